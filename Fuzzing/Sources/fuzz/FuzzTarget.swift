/// What is fuzzed: one case for everything that reads what others have written.
enum FuzzTarget: String, CaseIterable {
    /// Any file, told by its content: PEM in every dressing, base64, wide text, DER, PKCS #7, PKCS #12, stores.
    case file
    /// One certificate's DER, through every accessor and both writers of `inspect`.
    case certificate
    /// PKCS #7 in DER and in BER.
    case pkcs7
    /// PKCS #12 without a password and with the empty one.
    case pkcs12
    /// Private keys in DER and PEM, plain and encrypted.
    case privateKey = "private-key"
    /// Microsoft's list.
    case rootList = "root-list"
    /// Revocation lists and OCSP responses.
    case revocation
    /// One line of `verify --batch`.
    case verificationCase = "case"
    /// Everything in a file audited against its own self-issued certificates, with all four reports.
    case audit
    /// Exports of Exchange in every format, with the diagnosis and all its reports; a serialised certificate alone too.
    case exports
    /// SMTP protocol logs, at once and in pieces.
    case protocolLog = "protocol-log"
    /// Certificate requests, with what `vet` says of them.
    case request
    /// One line of `audit --from ndjson`.
    case stream
    /// Host names, addresses, presented identifiers and name constraints.
    case names
    /// Times of people (RFC 3339) and of certificates.
    case time
    /// Patterns of file names.
    case glob

    /// Reads `octets`; returning is passing.
    func run(_ octets: [UInt8]) {
        switch self {
        case .file: FileTarget.run(octets)
        case .certificate: CertificateTarget.run(octets)
        case .pkcs7: ContainerTarget.runPKCS7(octets)
        case .pkcs12: ContainerTarget.runPKCS12(octets)
        case .privateKey: PrivateKeyTarget.run(octets)
        case .rootList: RootListTarget.run(octets)
        case .revocation: RevocationTarget.run(octets)
        case .verificationCase: CaseTarget.run(octets)
        case .audit: AuditTarget.run(octets)
        case .exports: ExportTarget.run(octets)
        case .protocolLog: ProtocolLogTarget.run(octets)
        case .request: RequestTarget.run(octets)
        case .stream: StreamTarget.run(octets)
        case .names: NamesTarget.run(octets)
        case .time: TimeTarget.run(octets)
        case .glob: GlobTarget.run(octets)
        }
    }
}
