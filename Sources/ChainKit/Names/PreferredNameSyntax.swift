/// The form that a dNSName must have (RFC 5280, 4.2.1.6; RFC 1034, 3.5 as RFC 1123, 2.1 relaxes it).
package enum PreferredNameSyntax {
    /// What is wrong with a name.
    package struct Defect: Hashable {
        /// A predicate, such as `has an empty label`.
        package let text: String
        /// Whether no relying party, however lenient, can match the name with a host.
        let matchesNothing: Bool

        fileprivate init(_ text: String, matchesNothing: Bool = false) {
            self.text = text
            self.matchesNothing = matchesNothing
        }
    }

    private static let mostOctets = 253
    private static let mostLabelOctets = 63

    /// What is wrong, nil where nothing is.
    ///
    /// A wildcard as the whole first label is allowed: RFC 9525, 6.3 gives it a meaning.
    package static func defect(of octets: [UInt8]) -> Defect? {
        isSound(octets) ? nil : defect(ofDoubtful: octets)
    }

    /// Whether nothing is wrong, in one pass and without splitting: nearly every name of an audit ends here.
    private static func isSound(_ octets: [UInt8]) -> Bool {
        octets.withUnsafeBufferPointer { octets in
            guard (1...mostOctets).contains(octets.count) else { return false }
            let isWildcard =
                octets.count > 2 && octets[0] == UInt8(ascii: "*") && octets[1] == UInt8(ascii: ".")
            let host = isWildcard ? UnsafeBufferPointer(rebasing: octets[2...]) : octets
            var start = 0
            var position = 0
            while position < host.count {
                let octet = host[position]
                // Most octets are small letters, so that is asked first; what is below `a` wraps round.
                if octet &- UInt8(ascii: "a") > 25 {
                    if octet == UInt8(ascii: ".") {
                        guard isLabel(host, start, position) else { return false }
                        start = position + 1
                    } else if !isLetterDigitHyphen(octet) {
                        return false
                    }
                }
                position += 1
            }
            return isLabel(host, start, host.count) && !host[start...].allSatisfy(isDigit)
        }
    }

    private static func isLabel(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (1...mostLabelOctets).contains(end - start) && octets[start] != UInt8(ascii: "-")
            && octets[end - 1] != UInt8(ascii: "-")
    }

    private static func defect(ofDoubtful octets: [UInt8]) -> Defect? {
        guard !octets.isEmpty else { return Defect("is empty", matchesNothing: true) }
        guard octets.count <= mostOctets else { return Defect("has \(octets.count) octets") }
        var labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels[0].elementsEqual([UInt8(ascii: "*")]) { labels.removeFirst() }
        for label in labels {
            if let defect = defect(ofLabel: label) { return defect }
        }
        // No top-level domain is a number; a name that ends in one is read as an address.
        return labels.last?.allSatisfy(isDigit) == true ? Defect("reads as an address") : nil
    }

    private static func defect(ofLabel label: ArraySlice<UInt8>) -> Defect? {
        guard let first = label.first, let last = label.last else { return Defect("has an empty label") }
        guard label.count <= mostLabelOctets else { return Defect("has a label of \(label.count) octets") }
        if let odd = label.first(where: { !isLetterDigitHyphen($0) }) {
            switch odd {
            case UInt8(ascii: "_"): return Defect("holds an underscore")
            case UInt8(ascii: "*"): return Defect("holds a misplaced wildcard", matchesNothing: true)
            case 0x80...: return Defect("holds characters outside ASCII")
            default: return Defect("holds a character other than letters, digits and hyphens")
            }
        }
        let hyphen = UInt8(ascii: "-")
        return first == hyphen || last == hyphen
            ? Defect("has a label that begins or ends with a hyphen") : nil
    }

    private static func isLetterDigitHyphen(_ octet: UInt8) -> Bool {
        isLetter(octet) || isDigit(octet) || octet == UInt8(ascii: "-")
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        // The cases differ in this bit.
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }
}
