/// Something that a pasted text states, shown back so that the reader sees what was understood.
public struct PastedFact: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The name that was looked for.
        case domain
        /// The name that the connector goes by.
        case fqdn
        /// The connector.
        case connector
        /// The name that the other side expected in the certificate.
        case expectedSubject
        /// The subject of the certificate that it was shown.
        case presentedSubject
        /// A certificate's thumbprint, of any length.
        case thumbprint
        /// The text by which a connector names its certificate, `<I>issuer<S>subject`.
        case tlsCertificateName
        /// The server that answered.
        case server
        /// The reason that is given, in the program's words.
        case reason
    }

    /// What it is.
    public let kind: Kind
    /// The value as the text has it.
    public let value: String

    /// Whether the value is a host name or hexadecimal text, which can stand in a command as it is.
    var isPlain: Bool {
        value.utf8.allSatisfy { OctetRuns.isDigit($0) || OctetRuns.isLetter($0) || ".-".utf8.contains($0) }
            && value.utf8.first != UInt8(ascii: "-")
    }
}
