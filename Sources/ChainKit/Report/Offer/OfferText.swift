/// Writes what an offer amounts to for people: the answer first, then why.
public struct OfferText: Sendable {
    let toolVersion: String
    let style: TextStyle
    /// Whether every issuer is shown with all that was found.
    let explains: Bool

    /// Makes a writer.
    public init(toolVersion: String, style: TextStyle, explains: Bool = false) {
        self.toolVersion = toolVersion
        self.style = style
        self.explains = explains
    }

    /// The whole report.
    public func page(_ report: OfferReport) -> String {
        var page = TextPage(style: style)
        let vetting = report.vetting
        writeHeader(report, to: &page)
        writeAnswer(vetting, to: &page)
        if vetting.issuances.count > 1 { writeIssuers(vetting, to: &page) }
        for issuance in explains ? vetting.issuances[...] : vetting.issuances.prefix(1) {
            write(issuance, of: vetting.offer, to: &page)
        }
        if !vetting.requestFindings.isEmpty {
            page.paragraph(style.paint("THE REQUEST", .strong))
            write(vetting.requestFindings, to: &page)
            page.blank()
        }
        if let installation = vetting.installation { write(installation, to: &page) }
        writeClosing(vetting, to: &page)
        return page.text
    }

    private func writeHeader(_ report: OfferReport, to page: inout TextPage) {
        let offer = report.vetting.offer
        let parts = [
            "chaincheck \(toolVersion)",
            "bought on \(offer.start.date) for \(Count.text(offer.days, "day"))", report.trust,
        ]
        page.paragraph(parts.joined(separator: " · "), hanging: 2)
        let names = offer.nameTexts.isEmpty ? ["no name"] : offer.nameTexts
        let shown = names.prefix(Self.mostNames).map { TextPage.show($0) }
        let more = names.count > shown.count ? [" and \(names.count - shown.count) more"] : []
        let source = report.request.map { ", requested in \(TextPage.show($0))" } ?? ""
        let issuer = report.issuer.map { ", from \(TextPage.show($0))" } ?? ""
        page.paragraph(
            shown.joined(separator: ", ") + more.joined() + ", \(offer.keyName)" + source + issuer,
            hanging: 2
        )
        page.blank()
    }

    private func writeAnswer(_ vetting: Vetting, to page: inout TextPage) {
        let verdict = vetting.verdict
        let mark = style.paint(verdict.words, verdict.meaning)
        page.paragraph("\(mark)  \(sentence(vetting))", hanging: 2)
        for reason in vetting.reasons {
            page.paragraph(
                "- \(TextPage.show(reason.message, upTo: TextPage.messageLimit)) (\(reason.assurance.words))",
                indent: 2,
                hanging: 2
            )
        }
        page.blank()
    }

    private func sentence(_ vetting: Vetting) -> String {
        let all = vetting.ofServers
        let suitable = all.count { $0.verdict != .doNotBuy }
        let issuers =
            vetting.isOpen
            ? "; only \(suitable) of the \(all.count) issuers that may be meant would do: make sure of it"
            : ""
        if vetting.issuances.isEmpty, vetting.verdict != .doNotBuy {
            return "nothing speaks against the request; who issues was not given, so that trust is not judged"
        }
        return switch vetting.verdict {
        case .buy: "nothing is known to speak against it" + issuers
        case .buyWithConditions: "these must be seen to or borne in mind" + issuers
        case .doNotBuy: "what comes of it would not do" + issuers
        }
    }

    private func writeClosing(_ vetting: Vetting, to page: inout TextPage) {
        if !vetting.policy.isEmpty {
            page.paragraph(style.paint("POLICY", .strong) + ", read on \(PolicyData.version)")
            for source in vetting.policy {
                page.paragraph(
                    "\(source.id): \(source.title) (\(source.certainty.rawValue))",
                    indent: 2,
                    hanging: 2
                )
            }
            page.blank()
        }
        page.paragraph(style.paint("NOT KNOWN", .strong))
        for limit in OfferReport.limits { page.paragraph(limit, indent: 2, hanging: 2) }
    }

    private static let mostNames = 5
}

extension OfferVerdict {
    /// The colour of the verdict.
    var meaning: TextStyle.Meaning {
        switch self {
        case .buy: .good
        case .buyWithConditions: .warning
        case .doNotBuy: .bad
        }
    }
}
