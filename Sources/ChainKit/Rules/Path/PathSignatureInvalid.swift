/// Flags certificates that were not signed by the issuer they name, or stand above one that was not.
struct PathSignatureInvalid: CertificateRule {
    static let metadata = RuleMetadata(
        id: "path-signature-invalid",
        severity: .error,
        title: "A signature in the path is wrong",
        rationale: """
            The issuer that the certificate names is here, with the key that it names, and that key did not make the \
            signature. The certificate was changed after it was signed, or one of the two is damaged or forged.
            """,
        remedy: "get the certificate and its issuers from the CA again",
        citations: ["RFC 5280, 6.1.3 (a)(1)"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        var findings: [Finding] = []
        for defect in failed.best.defects where defect.kind == .signatureInvalid {
            let certificate = failed.certificate(with: defect)
            let issuer = Evidence.quoted(certificate.issuer)
            findings.append(
                finding(
                    failed.message("the signature on \(Evidence.name(certificate)) was not made by \(issuer)")
                )
            )
        }
        return findings
    }
}
