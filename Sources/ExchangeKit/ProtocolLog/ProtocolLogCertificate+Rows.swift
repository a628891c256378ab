import ChainKit

/// The rows in which a log describes a certificate.
///
/// Older versions write a row for each part behind `Sending certificate`; newer ones write all parts in that one row,
/// a blank between them.
extension ProtocolLogCertificate {
    /// The certificate that a row begins to describe, nil for another row.
    init?(beginning row: ProtocolLogRow) {
        let context = row.foldedContext
        if context.hasPrefix("sending certificate") {
            self.init(direction: .sent)
        } else if context.hasPrefix("received certificate") || context.hasPrefix("remote certificate") {
            self.init(direction: .received)
        } else {
            return nil
        }
        if !row.data.isEmpty { take(parts: row.data) }
    }

    /// Takes what a later row says of it; whether the row says anything.
    mutating func take(_ row: ProtocolLogRow) -> Bool {
        switch row.foldedContext {
        case "certificate subject": subject = row.data
        case "certificate issuer name", "certificate issuer": issuer = row.data
        case "certificate serial number": serialNumber = row.data
        case "certificate thumbprint": thumbprint = Self.thumbprint(row.data)
        case "certificate alternate names", "certificate alternative names",
            "certificate subject alternate names":
            alternativeNames = Self.names(row.data)
        default: return false
        }
        return true
    }

    /// Whether a row is one of those.
    static func describes(_ row: ProtocolLogRow) -> Bool {
        var certificate = ProtocolLogCertificate(direction: .unstated)
        return certificate.take(row)
    }

    /// `SUBJECT ISSUER SERIAL THUMBPRINT NOTBEFORE NOTAFTER NAMES`, read from the right, where every part has a form.
    private mutating func take(parts text: String) {
        var words = text.split(separator: " ")
        if words.count == 1, let thumbprint = Self.thumbprint(text) {
            self.thumbprint = thumbprint
            return
        }
        guard let end = words.lastIndex(where: { Instant(rfc3339: $0) != nil }) else {
            subject = text
            return
        }
        alternativeNames = Self.names(words[(end + 1)...].joined(separator: " "))
        words = Array(words[..<end])
        if let start = words.last, Instant(rfc3339: start) != nil { words.removeLast() }
        if let last = words.last, let thumbprint = Self.thumbprint(String(last)) {
            self.thumbprint = thumbprint
            words.removeLast()
        }
        if let last = words.last, Self.isHexadecimal(last) {
            serialNumber = String(last)
            words.removeLast()
        }
        takeNames(words)
    }

    /// Subject and issuer, between which stands a blank alone: the one attribute that no comma leads to.
    private mutating func takeNames(_ words: [Substring]) {
        let borders = words.indices.dropFirst().filter { index in
            let before = words[index - 1]
            return Self.beginsAttribute(words[index]) && !before.hasSuffix(",") && before != "+"
        }
        guard borders.count == 1, let border = borders.first else {
            // Several could be it: the whole is kept where no part of it may be invented.
            subject = words.isEmpty ? nil : words.joined(separator: " ")
            return
        }
        subject = words[..<border].joined(separator: " ")
        issuer = words[border...].joined(separator: " ")
    }

    private static func beginsAttribute(_ word: Substring) -> Bool {
        guard let equals = word.firstIndex(of: "="), equals > word.startIndex else { return false }
        return word[..<equals].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    }

    /// Hexadecimal text of any length: pastes are shortened and lengthened by those who make them anonymous.
    private static func thumbprint(_ text: String) -> String? {
        let text = text.trimmingMarkup
        guard text.utf8.count >= 8, isHexadecimal(text) else { return nil }
        return text.uppercased()
    }

    private static func isHexadecimal(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { octet in
            switch octet {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
    }

    private static func names(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "," || $0 == " " }.map(String.init)
    }
}

extension String {
    /// Without stars and back quotes at its ends.
    fileprivate var trimmingMarkup: String {
        guard let first = utf8.first, let last = utf8.last, [first, last].contains(where: "*`".utf8.contains)
        else {
            return self
        }
        let kept = drop { "*`".contains($0) }
        return String(kept.reversed().drop { "*`".contains($0) }.reversed())
    }
}
