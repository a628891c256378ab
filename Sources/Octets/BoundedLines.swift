/// Cuts octets that arrive in pieces into lines, and keeps no more than one line of them.
///
/// For batches on standard input: a line that is too long costs its own answer, not the memory.
public struct BoundedLines: Sendable {
    /// One line, with its number from 1.
    public enum Line: Sendable, Equatable {
        /// A line without its end.
        case octets(ArraySlice<UInt8>, number: Int)
        /// A line longer than ``longest``; it is told once, and its rest is dropped.
        case tooLong(number: Int)
    }

    /// Octets of a line; a certificate and its chain are a few thousand.
    public static let longest = 16 << 20

    /// Why a line has no answer.
    public static let tooLong = "longer than \(longest) octets"

    /// The most octets of a line.
    private let limit: Int
    private var line: [UInt8] = []
    private var isSkipping = false
    private var number = 1

    /// Begins with line 1; `limit` is the most octets of a line.
    public init(limit: Int = longest) { self.limit = limit }

    /// The lines that end in the next octets, and the line that became too long in them.
    public mutating func take(_ octets: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if !isSkipping { lines.append(closed(with: octets[start..<end])) }
            line.removeAll(keepingCapacity: line.capacity < 1 << 20)
            isSkipping = false
            number += 1
            start = end + 1
        }
        guard !isSkipping else { return lines }
        guard line.count + octets.count - start <= limit else {
            lines.append(.tooLong(number: number))
            line = []
            isSkipping = true
            return lines
        }
        line += octets[start...]
        return lines
    }

    /// The last line where its end is missing.
    public mutating func finish() -> Line? {
        defer { line = [] }
        return isSkipping || line.isEmpty ? nil : .octets(line[...], number: number)
    }

    private func closed(with end: ArraySlice<UInt8>) -> Line {
        guard line.count + end.count <= limit else { return .tooLong(number: number) }
        return .octets(line.isEmpty ? end : (line + end)[...], number: number)
    }
}
