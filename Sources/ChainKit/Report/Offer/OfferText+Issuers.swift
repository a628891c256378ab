// Every issuer that may be meant, in a line each.
extension OfferText {
    func writeIssuers(_ vetting: Vetting, to page: inout TextPage) {
        page.paragraph(style.paint("ISSUERS", .strong) + ", the best first")
        for issuance in vetting.ofServers {
            let certificate = issuance.issuer.certificate
            let reason = issuance.findings.first {
                $0.severity != .note && $0.rule != IssuanceIntermediateUnknown.metadata.id
            }
            let why = reason.map { ": \(TextPage.show($0.message, upTo: TextPage.messageLimit))" } ?? ""
            let name = TextPage.show(certificate.subject.label)
            page.paragraph(
                "\(style.paint(issuance.verdict.words, issuance.verdict.meaning))  \(name) "
                    + "(\(certificate.thumbprint.hexadecimal.prefix(8)))\(why)",
                indent: 2,
                hanging: 2
            )
        }
        let others = vetting.issuances.filter { issuance in
            !vetting.ofServers.contains { $0.issuer == issuance.issuer }
        }
        if !others.isEmpty {
            let names = others.map { TextPage.show($0.issuer.certificate.subject.label) }
            page.paragraph(
                "\(Count.text(others.count)) more, not listed for TLS servers: \(names.joined(separator: ", "))",
                indent: 2,
                hanging: 2
            )
        }
        page.blank()
    }
}
