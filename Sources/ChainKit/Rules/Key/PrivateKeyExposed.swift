/// Flags certificates whose private key lies about under no password.
struct PrivateKeyExposed: CertificateRule {
    static let metadata = RuleMetadata(
        id: "private-key-exposed",
        severity: .warning,
        title: "The private key lies in a file without a password",
        rationale: """
            Whoever reads the file can pass for the mail server. A certificate whose key may have been read must be \
            revoked, whatever else is right about it. A PKCS #12 that opens with the empty password is no better than \
            a key in the clear.
            """,
        remedy: """
            move the key into a PKCS #12 with a good password and delete the file; if others could read it, have the \
            certificate reissued with a new key and the old one revoked
            """,
        citations: ["CA/Browser Forum, TLS Baseline Requirements, 4.9.1.1 and 9.6.3"],
        certainty: .standard,
        traits: [.meansKeyExposed],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        subject.surroundings.exposedKeyFiles.map { finding("\($0) holds the private key under no password") }
    }
}
