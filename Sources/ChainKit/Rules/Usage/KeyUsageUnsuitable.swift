/// Flags certificates whose keyUsage does not allow what TLS does with the key, or part of it.
struct KeyUsageUnsuitable: CertificateRule {
    static let metadata = RuleMetadata(
        id: "key-usage-unsuitable",
        severity: .warning,
        title: "The key usage does not suit TLS",
        rationale: """
            In TLS 1.3, and in TLS 1.2 with forward secrecy, a server signs with its key, and a client always does: \
            keyUsage must allow digitalSignature. Exchange's own certificates have it; no requirement of Exchange's is \
            documented, and peers differ in whether they look. A keyUsage that allows a server neither signatures nor \
            the exchange of keys, or nothing at all, forbids TLS, and peers refuse it.
            """,
        remedy:
            "have the certificate reissued with digitalSignature, and for RSA with keyEncipherment, in keyUsage",
        citations: [
            "RFC 5280, 4.2.1.3 and 4.2.1.12",
            "RFC 5246, 7.4.2 and 7.4.6", "RFC 8446, 4.4.2.2",
            "Microsoft, Digital certificates and encryption in Exchange Server",
        ],
        certainty: .unknown,
        traits: [.decidedByCA],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let usage = subject.certificate.keyUsage, !usage.contains(.digitalSignature) else { return [] }
        let held = usage.names.isEmpty ? "nothing" : usage.names.joined(separator: ", ")
        if usage.forbids(.serverAuthentication) {
            return [finding("keyUsage allows nothing that TLS needs: it holds \(held)", severity: .error)]
        }
        return [finding("keyUsage lacks digitalSignature: it holds \(held)")]
    }
}
