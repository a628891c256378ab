/// Flags certificates below an issuer that has expired or is not yet valid.
struct PathCertificateExpired: CertificateRule {
    static let metadata = RuleMetadata(
        id: "path-certificate-expired",
        severity: .error,
        title: "An issuer in the path is not valid at the time",
        rationale: """
            A path is good only while every certificate in it is valid. Windows holds roots to their validity as well, \
            though RFC 5280 does not.
            """,
        remedy: "get the issuer's current certificate from the CA, or a certificate from its successor",
        citations: ["RFC 5280, 6.1.3 (a)(2)"],
        certainty: .standard,
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects where defect.position > 0 {
            let certificate = failed.certificate(with: defect)
            let message: String
            switch defect.kind {
            case .expired:
                message = "expired on \(certificate.notAfter.instant?.date ?? "an unreadable date")"
            case .notYetValid:
                message = "is valid from \(certificate.notBefore.instant?.date ?? "an unreadable date") on"
            default: continue
            }
            findings.append(finding(failed.message("\(Evidence.name(certificate)) \(message)")))
        }
        return findings
    }
}
