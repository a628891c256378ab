/// Flags certificates that a server has without their private key.
struct PrivateKeyMissing: InstallationRule {
    static let metadata = RuleMetadata(
        id: "private-key-missing",
        severity: .error,
        title: "A server has the certificate without its private key",
        rationale: """
            Exchange takes only certificates whose private key the server has. Get-ExchangeCertificate says whether it \
            does. Where some servers have the key and others lack it, the certificate works on the first and carries a \
            warning for the others.
            """,
        remedy:
            "import the certificate together with its private key, from a PFX file, on each of these servers",
        citations: [
            "Microsoft Learn, Selection of Inbound STARTTLS Certificates (2025-05-09)",
            "Microsoft KB 4495258",
        ],
        certainty: .documented,
        expectedError: """
            TLS negotiation failed with error NoCredentials; 421 4.4.1 Connection timed out; not valid for use with \
            Exchange Server (reason: PrivateKeyMissing)
            """,
        traits: [.needsFilesOrServers],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let installations = subject.surroundings.installations
        let missing = installations.filter { $0.hasPrivateKey == false }
        guard !missing.isEmpty else { return [] }
        return [
            finding(
                "HasPrivateKey is False on \(Evidence.servers(missing))",
                severity: installations.contains { $0.hasPrivateKey == true } ? .warning : .error
            )
        ]
    }
}
