internal import PublicSuffixList

/// The suffixes under which anybody can register a domain: the ICANN section of the Public Suffix List.
///
/// The list stands in the binary (suffixes/). It is read into a set when the first wildcard is asked about, in a few
/// milliseconds, and never where there is none.
enum PublicSuffixes {
    /// Whether a name is a public suffix, by the algorithm of publicsuffix.org; lower-case A-labels, leftmost first.
    ///
    /// A name of one label that the list does not know is none here: it may be a network's own.
    static func contains(_ labels: some Collection<Substring>) -> Bool {
        let name = labels.joined(separator: ".")
        if rules.contains("!" + name) { return false }
        return rules.contains(name) || rules.contains("*." + labels.dropFirst().joined(separator: "."))
    }

    static let rules: Set<String> = {
        var count = 0
        let start = public_suffix_rules(&count)
        let text = UnsafeBufferPointer(start: start, count: count)
        return Set(text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
    }()
}
