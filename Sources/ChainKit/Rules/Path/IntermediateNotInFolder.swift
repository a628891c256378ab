/// Flags certificates whose path needs an intermediate that the folder does not hold.
struct IntermediateNotInFolder: CertificateRule {
    static let metadata = RuleMetadata(
        id: "intermediate-not-in-folder",
        severity: .warning,
        title: "An intermediate came from outside the folder",
        rationale: """
            The path is complete only with a certificate that was given apart from the folder. Exchange Online does \
            not fetch intermediates, so every transport server must have it and send it.
            """,
        remedy:
            "put the intermediate beside the certificate and import it into LocalMachine\\CA on every server",
        citations: [
            "Microsoft, NDR 450 4.4.317 UntrustedRoot (2024-04-17)", "Microsoft KB 3212877",
        ],
        certainty: .documented,
        expectedError:
            "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]; 550 5.7.64 TenantAttribution",
        traits: [.needsFilesOrServers],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let trusted = subject.search.trusted else { return [] }
        var findings: [Finding] = []
        for note in trusted.notes {
            guard case .notInFolder(let position) = note,
                trusted.path.intermediates.indices.contains(position)
            else { continue }
            let certificate = trusted.path.certificates[position]
            findings.append(
                finding(
                    """
                    \(Evidence.name(certificate)), thumbprint \(certificate.thumbprint.hexadecimal), is not in the folder; \
                    the server must send it
                    """
                )
            )
        }
        return findings
    }
}
