internal import PublicSuffixList

/// The suffixes under which anybody can register a domain: the ICANN section of the Public Suffix List.
///
/// The list stands sorted in the binary and is searched where it stands; where its lines begin is found out
/// when the first wildcard is asked about.
package enum PublicSuffixes {
    /// Whether a name is a public suffix, by the algorithm of publicsuffix.org; lower-case A-labels, leftmost first.
    ///
    /// A name of one label that the list does not know is none here: it may be a network's own.
    package static func contains(_ labels: some Collection<Substring>) -> Bool {
        contains(Array(labels.joined(separator: ".").utf8)[...])
    }

    /// The same of the octets of a name.
    static func contains(_ name: ArraySlice<UInt8>) -> Bool {
        let exception = [UInt8(ascii: "!")] + name
        if hasRule(exception[...]) { return false }
        let parent = name.drop { $0 != UInt8(ascii: ".") }
        return hasRule(exception.dropFirst()) || hasRule(([UInt8(ascii: "*")] + parent)[...])
    }

    /// Whether the list has a top-level domain, or a rule for everything right below it.
    static func knowsTopLevelDomain(_ label: Substring) -> Bool {
        hasRule(Array(label.utf8)[...]) || hasRule(Array("*.\(label)".utf8)[...])
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// The rules, as the list has them.
    static var rules: [String] {
        withList { list in
            list.split(separator: lineFeed).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Whether the list has a rule, looked for by halves.
    private static func hasRule(_ rule: ArraySlice<UInt8>) -> Bool {
        let starts = lineStarts
        return withList { list in
            var (low, high) = (0, starts.count - 1)
            while low < high {
                let middle = (low + high) / 2
                // The line feed belongs to no rule.
                let line = UnsafeBufferPointer(rebasing: list[starts[middle]..<(starts[middle + 1] - 1)])
                let shorter = min(line.count, rule.count)
                var common = 0
                while common < shorter, line[common] == rule[rule.startIndex + common] { common += 1 }
                if common == line.count, common == rule.count { return true }
                let isBefore =
                    common < shorter
                    ? line[common] < rule[rule.startIndex + common] : line.count < rule.count
                if isBefore { low = middle + 1 } else { high = middle }
            }
            return false
        }
    }

    private static func withList<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var count = 0
        let start = public_suffix_rules(&count)
        return body(UnsafeBufferPointer(start: start, count: count))
    }

    /// Where each line begins, and the end.
    private static let lineStarts: [Int] = withList { list in
        [0] + list.indices.filter { list[$0] == lineFeed }.map { $0 + 1 }
    }
}
