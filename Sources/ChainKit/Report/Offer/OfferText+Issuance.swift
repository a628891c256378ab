// What would come of an offer from one issuer, and what was found.
extension OfferText {
    func write(_ issuance: Issuance, of offer: Offer, to page: inout TextPage) {
        let name = TextPage.show(issuance.issuer.certificate.subject.label)
        let score = issuance.score.map { $0.value > 0 ? ", score \($0.value)" : "" } ?? ""
        page.paragraph(style.paint("FROM \(name)", .strong) + score)
        if !offer.isNameless {
            let prefix =
                issuance.issuer.isIntermediateKnown ? "" : "of the root; not known until the issuer is: "
            page.field("name", prefix + TextPage.show(issuance.tlsCertificateName.text, upTo: 1_100))
        }
        for terms in issuance.terms {
            let root = TextPage.show(terms.root.subject.label)
            let purpose = terms.purpose == .serverAuthentication ? "server" : "client"
            page.field(
                purpose,
                "\(root), valid until \(terms.root.notAfter.instant?.date ?? "?"): \(terms.words)"
            )
        }
        for attempt in issuance.search.attempts { write(attempt, to: &page) }
        for intermediate in issuance.intermediates {
            page.field(
                "install",
                "\(TextPage.show(intermediate.subject.label)) (\(intermediate.thumbprint.hexadecimal))"
            )
        }
        write(issuance.findings, to: &page)
        page.blank()
    }

    private func write(_ attempt: PathAttempt, to page: inout TextPage) {
        let way = attempt.path.certificates.dropFirst().map { certificate in
            let end = certificate.notAfter.instant.map { ", until \($0.date)" } ?? ""
            return
                "\(TextPage.show(certificate.subject.label)) (\(certificate.publicKey.name), "
                + "\(certificate.signatureAlgorithm.name)\(end))"
        }
        let defects = attempt.pathDefects.map(\.words).joined(separator: "; ")
        let state =
            attempt.isTrusted ? "" : "not good: \(TextPage.show(defects, upTo: TextPage.messageLimit)): "
        page.field("path", state + (way.isEmpty ? "none" : way.joined(separator: " <- ")))
    }

    func write(_ findings: [OfferFinding], to page: inout TextPage) {
        for finding in findings {
            let meaning: TextStyle.Meaning =
                switch finding.severity {
                case .error: .bad
                case .warning: .warning
                case .note: .faint
                }
            let lead = "  " + style.paint(finding.severity.rawValue, meaning) + "  "
            page.wrap(
                "\(style.paint(finding.rule, .strong)) (\(finding.assurance.words); \(finding.certainty.rawValue))",
                after: lead,
                hanging: 4
            )
            page.paragraph(TextPage.show(finding.message, upTo: TextPage.messageLimit), indent: 4)
            if finding.severity != .note {
                page.paragraph("-> \(finding.remedy)", indent: 4, hanging: 3)
            }
            if !finding.policy.isEmpty {
                page.paragraph(
                    "policy: " + finding.policy.map(\.id).joined(separator: ", "),
                    indent: 4,
                    hanging: 2
                )
            }
        }
    }
}
