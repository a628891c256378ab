/// Notes roots that stand in a file beside the certificate.
struct RedundantRootInBundle: CertificateRule {
    static let metadata = RuleMetadata(
        id: "redundant-root-in-bundle",
        severity: .note,
        title: "The file holds a root",
        rationale: """
            A server need not send its root: a peer trusts its own copy or none. Imported with the file, a root lands \
            in the store and can change which path Windows finds.
            """,
        remedy: "leave the root out of the file",
        citations: ["RFC 5246, 7.4.2", "RFC 8446, 4.4.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for bundle in subject.surroundings.bundles {
            let roots = bundle.neighbours.filter(\.certificate.isSelfIssued)
            guard !roots.isEmpty else { continue }
            let texts = roots.lazy.map { "\(Evidence.name($0.certificate)) at place \($0.index + 1)" }
            let noun = roots.count == 1 ? "root" : "roots"
            findings.append(finding("\(bundle.path) holds the \(noun) \(Evidence.list(texts))"))
        }
        return findings
    }
}
