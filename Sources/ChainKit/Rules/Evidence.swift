/// Pieces of which rules make their messages.
enum Evidence {
    /// A certificate by its subject, or by its thumbprint where it has none.
    static func name(_ certificate: Certificate) -> String {
        certificate.subject.isEmpty
            ? "a certificate without a subject (thumbprint \(certificate.thumbprint.hexadecimal))"
            : quoted(certificate.subject)
    }

    /// A distinguished name in quotes.
    static func quoted(_ name: DistinguishedName) -> String { "\"\(name.rfc4514)\"" }

    /// A number with its noun.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The first few of many, with how many there are beside them.
    static func list(_ texts: some Collection<String>, most: Int = 5) -> String {
        let shown = texts.prefix(most).joined(separator: ", ")
        return texts.count > most ? "\(shown) and \(texts.count - most) more" : shown
    }
}
