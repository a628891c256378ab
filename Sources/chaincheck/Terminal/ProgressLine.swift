import ChainKit
import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Tells on standard error how far a long audit has come: one line on a terminal, a plain line now and then elsewhere.
struct ProgressLine {
    private let isTerminal = isatty(2) == 1
    private let start: Double
    private var last: Double
    private var isShown = false

    /// Seconds before the first line and between two: an audit that is over sooner says nothing.
    private static let pause = (terminal: 0.5, elsewhere: 10.0)

    init() {
        start = Self.now
        last = start
    }

    mutating func show(_ progress: Audit.Progress) {
        let now = Self.now
        guard now - last >= (isTerminal ? Self.pause.terminal : Self.pause.elsewhere) else { return }
        last = now
        isShown = true
        let text = Self.text(progress, seconds: now - start)
        print(isTerminal ? "\r\(text)\u{1b}[K" : "\(text)\n")
    }

    mutating func clear() {
        if isShown, isTerminal { print("\r\u{1b}[K") }
        isShown = false
    }

    /// Files, certificates, how fast, how long still, and where.
    static func text(_ progress: Audit.Progress, seconds: Double) -> String {
        let share = Double(progress.done) / Double(max(1, progress.total))
        let rate = seconds > 0 ? ", \(Int(Double(progress.done) / seconds)) of them a second" : ""
        var parts = ["\(Int(share * 100)) %, \(progress.done) of \(progress.total) readings\(rate)"]
        if progress.certificates > 0 { parts.append("\(progress.certificates) certificates judged") }
        if share > 0 { parts.append("\(Int(seconds / share - seconds)) s left") }
        if let folder = progress.folder {
            parts.append("in \(TextLayout.clip(PrintableText.escape(folder), width: 40))")
        }
        return "chaincheck: " + parts.joined(separator: ", ")
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func print(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    }
}
