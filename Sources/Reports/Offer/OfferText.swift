package import ChainKit
package import ExchangeKit
import Octets

/// Everything that a report on an offer says.
package struct OfferReport: Sendable {
    /// The request's file, nil where none was given.
    package var request: String?
    /// Who was said to issue, as it was typed; nil where nobody was.
    package var issuer: String?
    /// On what trust rests, in words.
    package var trust: String
    /// What the offer amounts to.
    package var vetting: Vetting
    /// What changes in Exchange when the best of its issuances comes, nil without an inventory.
    package var installation: OfferInstallation?

    /// Puts a report together.
    package init(
        request: String?,
        issuer: String?,
        trust: String,
        vetting: Vetting,
        installation: OfferInstallation? = nil
    ) {
        self.request = request
        self.issuer = issuer
        self.trust = trust
        self.vetting = vetting
        self.installation = installation
    }

    /// What no judgement of an offer can know.
    static let limits = [
        "whether the CA can prove control of the names, and what CAA records say, was not looked at",
        "keys that are weak for being known, as those of Debian's broken generator, were not looked up",
        "that Exchange Online goes by the dates of Microsoft's list is inferred, not documented",
    ]
}

extension Offer {
    /// The key in a word.
    var keyName: String { request?.publicKey.name ?? key.name }

    /// The names that the certificate will have, as text; none where neither request nor name was given.
    var nameTexts: [String] { isNameless ? [] : names.map(\.printed) }
}

/// Writes what an offer amounts to for people: the answer first, then why.
package struct OfferText: Sendable {
    let toolVersion: String
    let style: TextStyle
    /// Whether every issuer is shown with all that was found.
    let explains: Bool

    /// Makes a writer.
    package init(toolVersion: String, style: TextStyle, explains: Bool = false) {
        self.toolVersion = toolVersion
        self.style = style
        self.explains = explains
    }

    /// The whole report.
    package func page(_ report: OfferReport) -> String {
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
        if let installation = report.installation { write(installation, to: &page) }
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
    static let unknownIntermediateRules = OfferRuleRegistry.documentation.ids(with: .meansIntermediateUnknown)
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

// Every issuer that may be meant, in a line each.
extension OfferText {
    func writeIssuers(_ vetting: Vetting, to page: inout TextPage) {
        page.paragraph(style.paint("ISSUERS", .strong) + ", the best first")
        for issuance in vetting.ofServers {
            let certificate = issuance.issuer.certificate
            let reason = issuance.findings.first {
                $0.severity != .note && !Self.unknownIntermediateRules.contains($0.rule)
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
