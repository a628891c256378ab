/// Finds `<I>issuer<S>subject` in text of any language.
///
/// What follows the subject has no mark of its own, so the subject ends with its last attribute: at a quotation mark,
/// behind a country's two letters, behind a host name, or before the words that Exchange is known to go on with.
enum CertificateNameScanner {
    /// Longest name that Active Directory keeps (Microsoft, Active Directory schema changes).
    private static let longest = 1_024

    static func names(in passage: Passage) -> [String] {
        var names: [String] = []
        var position = 0
        while let start = passage.position(of: "<i>", from: position) {
            position = start + 3
            guard let middle = passage.position(of: "<s>", from: position), middle - start < longest else {
                continue
            }
            let end = end(of: passage, subjectAt: middle + 3)
            names.append(String(decoding: passage.text[start..<end], as: UTF8.self))
            position = end
        }
        return names
    }

    private static func end(of passage: Passage, subjectAt start: Int) -> Int {
        let limit = min(passage.text.count, start + longest)
        let stops = followers.compactMap { passage.position(of: $0, from: start) }.filter { $0 < limit }
        let end = stops.min() ?? limit
        var (position, isQuoted, isInValue, valueStart) = (start, false, false, start)
        while position < end {
            let octet = passage.text[position]
            if octet == UInt8(ascii: "\""), isQuoted || passage.text[..<position].last == UInt8(ascii: "=") {
                isQuoted.toggle()
            } else if !isQuoted {
                if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") && isClosing(passage, position) {
                    return position
                }
                if octet == UInt8(ascii: "=") { (isInValue, valueStart) = (true, position + 1) }
                if octet == UInt8(ascii: ",") { isInValue = false }
                if octet == 0x20, isInValue,
                    isComplete(passage.text[valueStart..<position], after: passage.text[..<valueStart])
                {
                    return position
                }
            }
            position += 1
        }
        return trimmed(passage, end)
    }

    /// Whether a value at a blank is one that holds no blank: a country, or the host name of a CN.
    private static func isComplete(_ value: ArraySlice<UInt8>, after label: ArraySlice<UInt8>) -> Bool {
        let label = String(decoding: label.suffix(4), as: UTF8.self).uppercased()
        if label.hasSuffix(" C=") || label.hasSuffix(",C=") { return value.count == 2 }
        guard label.hasSuffix("CN=") else { return false }
        let text = value.last == UInt8(ascii: ".") ? value.dropLast() : value
        return text.contains(UInt8(ascii: "."))
            && text.allSatisfy { OctetRuns.isWordPart($0) || ".-*".utf8.contains($0) }
    }

    /// Whether the apostrophe ends a quotation and is none of a name such as O'Hara.
    private static func isClosing(_ passage: Passage, _ position: Int) -> Bool {
        position + 1 >= passage.text.count || !OctetRuns.isWordPart(passage.text[position + 1])
    }

    private static func trimmed(_ passage: Passage, _ end: Int) -> Int {
        var end = end
        while end > 0,
            [0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(passage.text[end - 1])
        {
            end -= 1
        }
        return end
    }

    private static let followers = [
        " in the personal", ". therefore", " with a fqdn", ". if the", " im persönlichen", " dans le magasin",
        " en el almac", "]", " -tlsdomain", " -requiretls",
    ]
}

/// Finds thumbprints: behind their label whatever their length, elsewhere by their forty digits.
enum ThumbprintScanner {
    private static let lengths = 16...64
    private static let sha1 = 40

    static func thumbprints(in passage: Passage) -> [String] {
        var found: [String] = []
        var position = 0
        while position < passage.folded.count {
            let digits = passage.folded[position...].prefix(while: isHexadecimal)
            guard !digits.isEmpty else {
                position += 1
                continue
            }
            let end = digits.endIndex
            let isWhole =
                (position == 0 || !OctetRuns.isWordPart(passage.folded[position - 1]))
                && (end == passage.folded.count || !OctetRuns.isWordPart(passage.folded[end]))
            if isWhole, lengths.contains(digits.count),
                digits.count == sha1 || isLabelled(passage, position)
            {
                found.append(String(decoding: passage.text[position..<end], as: UTF8.self).uppercased())
            }
            position = end
        }
        return found
    }

    private static func isLabelled(_ passage: Passage, _ position: Int) -> Bool {
        String(decoding: passage.folded[..<position].suffix(14), as: UTF8.self).contains("thumbprint")
    }

    private static func isHexadecimal(_ octet: UInt8) -> Bool {
        OctetRuns.isDigit(octet) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(octet)
    }
}
