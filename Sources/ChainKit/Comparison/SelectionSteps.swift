/// What keeps Exchange from taking the new certificate while the old one is installed.
struct SelectionSteps {
    let old: Certificate
    let new: Certificate

    var steps: [ComparisonStep] {
        guard let end = old.notAfter.instant, let newEnd = new.notAfter.instant, newEnd < end else {
            return []
        }
        let isSameName = TlsCertificateName(old).text == TlsCertificateName(new).text
        return [
            ComparisonStep(
                .endsEarlier,
                "the new certificate ends on \(newEnd.date), before the old one on \(end.date)",
                [
                    isSameName
                        ? .advise(
                            """
                            Remove the old certificate once the new one is installed: of several with one \
                            TlsCertificateName Exchange is stated to take the one with the latest expiry
                            """,
                            certainty: .stated,
                            source: Citation.connectorNameNotFound
                        )
                        : .advise(
                            "Make sure that the two were not given the wrong way round",
                            certainty: .standard,
                            source: "RFC 5280, 4.1.2.5"
                        )
                ]
            )
        ]
    }
}
