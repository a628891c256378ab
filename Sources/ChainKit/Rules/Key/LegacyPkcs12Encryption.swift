/// Flags certificates that came in a PKCS #12 which is protected by algorithms long broken.
struct LegacyPkcs12Encryption: CertificateRule {
    static let metadata = RuleMetadata(
        id: "legacy-pkcs12-encryption",
        severity: .warning,
        title: "The PKCS #12 file is encrypted with an outdated algorithm",
        rationale: """
            Older versions of Windows and OpenSSL encrypt these files with RC2 of 40 bits or with 3DES. The first can \
            be broken by trying all keys, and newer software refuses to open either. The certificate itself is none \
            the worse.
            """,
        remedy: "export certificate and key again with AES-256 and SHA-256, and delete the old file",
        citations: [
            "RFC 7292, appendix C", "RFC 8018, 6", "OpenSSL 3.0, migration guide: the legacy provider",
        ],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        subject.surroundings.legacyContainers.map {
            finding("\($0.path) is encrypted with \($0.algorithm)")
        }
    }
}
