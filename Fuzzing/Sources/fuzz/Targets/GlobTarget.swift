@testable import ChainKit

/// The input is a pattern, a line feed, and the path to match.
enum GlobTarget {
    static func run(_ octets: [UInt8]) {
        let halves = octets.split(
            separator: UInt8(ascii: "\n"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let pattern = GlobPattern(String(decoding: halves[0], as: UTF8.self))
        let path = halves.count > 1 ? String(decoding: halves[1], as: UTF8.self) : ""
        let matches = pattern.matches(path)
        require(pattern.matches(path) == matches, "the same question, another answer")
        _ = pattern.matches(String(decoding: halves[0], as: UTF8.self))
    }
}
