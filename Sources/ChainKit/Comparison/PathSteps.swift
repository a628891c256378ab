/// What must be installed with the new certificate and was not needed with the old one.
struct PathSteps {
    let old: AuditRecord
    let new: AuditRecord

    var steps: [ComparisonStep] {
        let known = Set(old.issuersOfPath)
        let added = (new.search.trusted?.path.intermediates ?? []).filter { !known.contains($0) }
        guard !added.isEmpty else { return [] }
        let names = added.map { "\"\($0.subject.rfc4514)\" \($0.thumbprint.hexadecimal)" }
        return [
            ComparisonStep(
                .intermediates,
                "the new certificate's path goes through \(names.joined(separator: ", "))",
                [.installIntermediates(on: nil)]
            )
        ]
    }
}
