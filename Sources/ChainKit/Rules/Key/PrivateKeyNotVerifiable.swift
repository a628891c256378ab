/// Notes what files can tell about the certificate's private key.
struct PrivateKeyNotVerifiable: CertificateRule {
    static let metadata = RuleMetadata(
        id: "private-key-not-verifiable",
        severity: .note,
        title: "Files cannot prove that the server has the private key",
        rationale: """
            Exchange can use a certificate only with its private key, in the Personal store of the local computer. \
            A folder of certificates shows at most that a key exists, never that a server has it or may read it.
            """,
        remedy:
            "check on each server that Get-ExchangeCertificate lists the certificate with HasPrivateKey True",
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
            "Microsoft KB 4495258",
        ],
        certainty: .documented,
        expectedError: "TLS negotiation failed with error NoCredentials; 421 4.4.1 Connection timed out",
        traits: [.needsFilesOrServers],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        // Where Exchange itself says whether the server has the key, nothing is left to say.
        guard !subject.surroundings.installations.contains(where: { $0.hasPrivateKey != nil }) else {
            return []
        }
        let (exposed, protected) = (
            subject.surroundings.exposedKeyFiles, subject.surroundings.protectedKeyFiles
        )
        guard !exposed.isEmpty || !protected.isEmpty else {
            return [finding("no private key of this certificate is here; not verifiable from files")]
        }
        return [
            finding(
                """
                the private key was found in \(Evidence.list(exposed + protected)), so the pair can be verified; whether a server \
                has it is not verifiable from files
                """,
                remedy: """
                    import certificate and key together on each server and check that Get-ExchangeCertificate shows \
                    HasPrivateKey True
                    """
            )
        ]
    }
}
