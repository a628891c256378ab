import Octets

/// Pieces of which rules make their messages.
package enum Evidence {
    /// A certificate by its subject, or by its thumbprint where it has none.
    static func name(_ certificate: Certificate) -> String {
        certificate.subject.isEmpty
            ? "a certificate without a subject (thumbprint \(certificate.thumbprint.hexadecimal))"
            : quoted(certificate.subject)
    }

    /// Appends the same to a message that is being written.
    static func append(_ certificate: Certificate, to message: inout OctetText) {
        let subject = certificate.subject
        if subject.isEmpty { message.append(name(certificate)) } else { append(subject, to: &message) }
    }

    /// A distinguished name in quotes.
    static func quoted(_ name: DistinguishedName) -> String {
        // Names stand in most messages: made in room of their size.
        var text = OctetText(expecting: min(name.rfc4514.utf8.count, 512) + 32)
        append(name, to: &text)
        return text.string
    }

    private static func append(_ name: DistinguishedName, to message: inout OctetText) {
        message.append(UInt8(ascii: "\""))
        message.append(name.rfc4514.shortened)
        message.append(UInt8(ascii: "\""))
    }

    /// That a certificate was revoked.
    static func revocation(of certificate: Certificate, reason: String?, since: Instant?)
        -> FindingMessage
    {
        let date = since.map { " since \($0.rfc3339)" } ?? ""
        let cause = reason.map { ", reason \($0)" } ?? ""
        return "\(name(certificate)) is revoked\(date)\(cause)"
    }

    /// Why it is not known whether a certificate of the best path was revoked.
    static func doubt(_ doubt: RevocationDoubt, at position: Int, in subject: Subject)
        -> FindingMessage
    {
        let certificates = subject.search.best?.path.certificates ?? []
        let name = certificates.indices.contains(position) ? name(certificates[position]) : "a certificate"
        return "\(name): \(doubt.words)"
    }

    /// The servers of installed certificates; one whose export names none is counted.
    static func servers(_ installations: [InstalledCertificate]) -> String {
        var names: [String] = []
        for name in installations.compactMap(\.server) where !names.contains(name) { names.append(name) }
        let unnamed = installations.count { $0.server == nil }
        if unnamed > 0 {
            names.append(unnamed == 1 ? "a server that is not named" : "\(unnamed) servers not named")
        }
        return list(names)
    }

    /// A number with its noun.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// How many of many are listed.
    static let mostListed = 5

    /// The first few of many, with how many there are beside them.
    package static func list(_ texts: some Collection<String>, most: Int = mostListed) -> String {
        var shown = ""
        for text in texts.prefix(most) {
            if !shown.isEmpty { shown += ", " }
            shown += text
        }
        return texts.count > most ? "\(shown) and \(texts.count - most) more" : shown
    }
}
