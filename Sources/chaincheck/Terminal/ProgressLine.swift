import ChainKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One line on standard error that tells how far a long audit has come; nothing where that is no terminal.
struct ProgressLine {
    private let isTerminal = isatty(2) == 1
    private var isShown = false
    private var calls = 0

    /// Below this many inputs an audit is over before a line could be read.
    private static let fewestInputs = 2_000
    private static let callsBetweenUpdates = 256

    mutating func show(_ progress: Audit.Progress) {
        guard isTerminal, progress.total >= Self.fewestInputs * 2 else { return }
        calls += 1
        guard calls % Self.callsBetweenUpdates == 0 else { return }
        isShown = true
        let percent = progress.done * 100 / max(1, progress.total)
        print("\rchaincheck: \(percent) %, \(progress.certificates) certificates judged\u{1b}[K")
    }

    mutating func clear() {
        if isShown { print("\r\u{1b}[K") }
        isShown = false
    }

    private func print(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    }
}
