import Octets

/// Flags certificates whose paths rest on signatures that nobody checked, because the audit was asked not to.
struct SignaturesNotChecked: CertificateRule {
    static let metadata = RuleMetadata(
        id: "signatures-not-checked",
        severity: .warning,
        title: "No signature was checked",
        rationale: """
            With --no-signatures issuers are told by names and key identifiers alone, which anybody can write into a \
            certificate. A path that looks good may be forged, so that the certificate is not called eligible; what is \
            said against it holds as far as its names and key identifiers are right.
            """,
        remedy: "run again without --no-signatures",
        citations: ["RFC 5280, 6.1.3 (a)(1)"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let path = subject.search.attempts.first { attempt in
            attempt.defects.contains { if case .signatureNotChecked = $0.kind { true } else { false } }
        }?.path.certificates
        guard let path, let end = path.last else { return [] }
        // On every certificate of such an audit: so it is written and not interpolated.
        var message = OctetText(expecting: 256)
        message.append("no signature was checked: " as StaticString)
        message.append(path.count > 1 ? "the path to " : "that " as StaticString)
        Evidence.append(end, to: &message)
        message.append(path.count > 1 ? " is told" : " is its own issuer is told" as StaticString)
        message.append(" by names and key identifiers alone" as StaticString)
        return [finding(FindingMessage(message.string))]
    }
}
