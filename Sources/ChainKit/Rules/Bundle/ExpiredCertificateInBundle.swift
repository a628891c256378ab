/// Flags expired authorities that stand in a file beside the certificate.
struct ExpiredCertificateInBundle: CertificateRule {
    static let metadata = RuleMetadata(
        id: "expired-certificate-in-bundle",
        severity: .warning,
        title: "The file holds an expired authority",
        rationale: """
            An expired cross-certificate helps nobody and can mislead a peer that tries one path only: such leftovers \
            stopped mail and web sites when AddTrust (2020) and DST Root CA X3 (2021) ended.
            """,
        remedy: "remove the expired certificate from the file and from LocalMachine\\CA on every server",
        citations: ["RFC 5280, 6.1.3 (a)(2)", "RFC 4158"],
        certainty: .reported,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for bundle in subject.surroundings.bundles {
            let expired = bundle.neighbours.filter { neighbour in
                neighbour.certificate.notAfter.instant.map { subject.time > $0 } ?? false
            }
            guard !expired.isEmpty else { continue }
            let texts = expired.lazy.map { neighbour in
                let certificate = neighbour.certificate
                return """
                    \(Evidence.name(certificate)) at place \(neighbour.index + 1), issued by \
                    \(Evidence.quoted(certificate.issuer)), expired on \(certificate.notAfter.instant?.date ?? "?")
                    """
            }
            findings.append(finding("\(bundle.path) holds \(Evidence.list(texts))"))
        }
        return findings
    }
}
