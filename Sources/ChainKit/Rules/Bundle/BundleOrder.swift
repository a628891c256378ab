/// Notes files that do not hold the certificate first and each issuer after what it issued.
struct BundleOrder: CertificateRule {
    static let metadata = RuleMetadata(
        id: "bundle-order",
        severity: .note,
        title: "The file is not in the order of the path",
        rationale: """
            TLS sends the server's certificate first and each issuer after what it issued. Windows sorts that out at \
            import; other software sends a file as it stands, and tools that read the first certificate alone judge \
            the wrong one.
            """,
        remedy:
            "write the file anew: the certificate first, then its issuer, then that one's, without the root",
        citations: ["RFC 5246, 7.4.2", "RFC 8446, 4.4.2"],
        certainty: .standard,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard !subject.surroundings.bundles.isEmpty else { return [] }
        let issuers = subject.search.best?.path.certificates.dropFirst() ?? []
        var findings: [Finding] = []
        for bundle in subject.surroundings.bundles {
            // Whatever else the file holds, what belongs to this path should stand in its order.
            let places = issuers.compactMap { issuer in
                bundle.neighbours.first { $0.certificate == issuer }?.index
            }
            if places.contains(where: { $0 < bundle.index }) {
                findings.append(
                    finding(
                        "\(bundle.path) holds the certificate at place \(bundle.index + 1), after an issuer of it"
                    )
                )
                continue
            }
            guard places != places.sorted() else { continue }
            let text = places.map { String($0 + 1) }.joined(separator: ", ")
            findings.append(finding("\(bundle.path) holds the issuers of the path at places \(text)"))
        }
        return findings
    }
}
