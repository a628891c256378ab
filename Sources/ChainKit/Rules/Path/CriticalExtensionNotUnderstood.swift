/// Flags certificates, and issuers, with a critical extension that nobody is bound to know.
struct CriticalExtensionNotUnderstood: ConformanceRule {
    static let metadata = RuleMetadata(
        id: "critical-extension-not-understood",
        severity: .error,
        title: "A critical extension is not understood",
        rationale: """
            Whoever does not know a critical extension must reject the certificate. Peers may know more extensions \
            than chaincheck does, but none that a mail server's certificate needs.
            """,
        remedy: "have the certificate reissued without the critical extension",
        citations: ["RFC 5280, 4.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    static let rejectingProfiles: Set<ConformanceProfile> = [.webpki]

    /// Below the anchor the path itself is defective; RFC 5280 takes no more than name and key from an anchor.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String] {
        guard place == .anchor else { return [] }
        return PathValidation.criticalExtensionsNotUnderstood(in: certificate).map {
            "the critical extension \($0) is not understood"
        }
    }

    func findings(in subject: Subject) -> [Finding] {
        guard let best = subject.search.best else { return [] }
        var findings: [Finding] = []
        for defect in best.defects where defect.position == 0 || subject.failedSearch != nil {
            let owner =
                defect.position == 0
                ? "the certificate" : Evidence.name(best.path.certificates[defect.position])
            if case .furtherCriticalExtensions(let count) = defect.kind {
                findings.append(
                    finding("\(owner) has \(count) more critical extensions that are not understood")
                )
            }
            guard case .criticalExtensionNotUnderstood(let identifier) = defect.kind else { continue }
            guard identifier != CertificateExtension.Identifier.precertificatePoison else {
                findings.append(
                    finding(
                        "\(owner) is a precertificate, made for Certificate Transparency logs and for no other use",
                        remedy: "use the certificate that the CA issued after it"
                    )
                )
                continue
            }
            findings.append(
                finding("\(owner) has the critical extension \(identifier), which is not understood")
            )
        }
        return findings
    }
}
