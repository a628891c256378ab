/// Flags certificates whose private key lies with a key storage provider (CNG).
struct KeyStorageProvider: InstallationRule {
    static let metadata = RuleMetadata(
        id: "key-storage-provider",
        severity: .warning,
        title: "The private key lies with a key storage provider",
        rationale: """
            Outlook on the web and the Exchange admin center do not work with keys of a key storage provider (CNG): \
            sign-in goes round in circles. Nothing is documented for SMTP, so that it is a note where IIS is not among \
            the services.
            """,
        remedy: """
            import the certificate anew with a cryptographic service provider: certutil -csp "Microsoft RSA SChannel \
            Cryptographic Provider" -importpfx <file>
            """,
        citations: ["Microsoft, Outlook Web App and ECP redirect to the FBA page in Exchange Server"],
        certainty: .documented,
        expectedError: "OWA and ECP redirect to their sign-in page again and again",
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard !subject.surroundings.installations.isEmpty else { return [] }
        let stored = subject.surroundings.installations.filter {
            $0.keyProvider?.isKeyStorageProvider == true
        }
        let iis = stored.filter { $0.services?.contains(.iis) == true }
        let others = stored.filter { $0.services?.contains(.iis) != true }
        var findings: [Finding] = []
        for (installations, severity, rest) in [
            (iis, Severity.warning, ", and IIS is among its services"), (others, .note, ""),
        ] {
            guard let provider = installations.first?.keyProvider else { continue }
            let servers = Evidence.servers(installations)
            findings.append(
                finding("the key lies with \(provider.words) on \(servers)\(rest)", severity: severity)
            )
        }
        return findings
    }
}
