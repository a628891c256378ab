import ChainKit
import Octets

// The top of the first screen: on what the audit rests, and which certificate to bind.
extension TextReport {
    /// Where no signature was checked that stands before anything else.
    func writeSignatureWarning(to page: inout TextPage) {
        guard areSignaturesLeftOut else { return }
        page.paragraph(
            page.style.paint("SIGNATURES NOT CHECKED:", .bad)
                + " issuers were told by names and key identifiers alone, so that nothing is called eligible; "
                + Self.signatureRemedy,
            hanging: 2
        )
    }

    var areSignaturesLeftOut: Bool { header?.signatureChecking == .notChecked }

    private static let signatureRemedy = "run again without --no-signatures for an answer"

    func writeHeader(_ summary: AuditSummary, to page: inout TextPage) {
        guard let header else { return }
        var parts = ["chaincheck \(toolVersion)", "as of \(header.time.date)"]
        if let list = header.list {
            let age =
                list.ageDays < 0
                ? "made \(Count.text(-list.ageDays, "day")) later" : "\(Count.text(list.ageDays, "day")) old"
            parts.append("Microsoft root list of \(list.thisUpdate.date), \(age), sequence \(list.sequence)")
        }
        if let anchors = header.privateAnchors { parts.append("\(Count.text(anchors, "anchor")) of yours") }
        parts.append(
            "\(Count.text(summary.files, "file")), \(Count.text(summary.certificates, "certificate"))"
        )
        page.paragraph(parts.joined(separator: " · "), hanging: 2)
        let inputs = list(header.inputs.prefix(8).map { TextPage.show($0) }, of: header.inputs.count)
        let names = header.references.map(\.text).joined(separator: ", ")
        page.paragraph("in \(inputs)" + (names.isEmpty ? ", names not judged" : " for \(names)"), hanging: 2)
        if let list = header.list, list.isOld {
            page.paragraph(
                page.style.paint("the list is older than \(MicrosoftRootList.daysUntilStale) days:", .warning)
                    + " what it says of roots may have changed, give a newer one with --authroot",
                hanging: 2
            )
        }
        if let list = header.list, list.available < list.entries {
            page.paragraph(
                page.style.paint(
                    "\(Count.text(list.entries - list.available)) of \(Count.text(list.entries, "root")) without a "
                        + "certificate here:",
                    .warning
                ) + " paths to them cannot be found, give the certificates with --anchors-dir",
                hanging: 2
            )
        }
        page.blank()
    }

    func writeAnswer(_ summary: AuditSummary, to page: inout TextPage) {
        if let overview = summary.overview { return writeOverview(overview, summary, to: &page) }
        guard let answer = summary.recommendation else {
            writeNothing(summary, to: &page)
            return
        }
        let record = records.eligible.first { $0.certificate == answer.certificate }
        if answer.isShortLived {
            page.paragraph(
                page.style.paint(endWords(answer.end), .bad) + ". " + Self.shortLivedAdvice,
                hanging: 6
            )
        }
        page.paragraph(
            page.style.paint("BIND", .good) + "  " + page.style.paint(place(answer.sources), .strong),
            hanging: 6
        )
        page.field("thumbprint", answer.certificate.thumbprint.hexadecimal)
        page.field("subject", TextPage.show(answer.certificate.subject.rfc4514))
        if let record { page.field("names", names(of: record)) }
        if let end = answer.certificate.notAfter.instant { page.field("valid", "until \(validUntil(end))") }
        if let path = record?.search.best?.path { page.field("path", way(path)) }
        if let servers = record.flatMap(installed) { page.field("installed", servers) }
        page.field("score", score(answer, record))
        if let record {
            for finding in record.findings {
                page.field(
                    finding.severity.rawValue,
                    TextPage.show(finding.message, upTo: TextPage.messageLimit)
                )
            }
        }
        if let other = answer.passedOver { page.field("not taken", passedOverWords(other)) }
        page.blank()
        writeSteps(answer, to: &page)
        page.blank()
    }

    func writeShortAnswer(_ summary: AuditSummary, to page: inout TextPage) {
        if let overview = summary.overview { return writeShortOverview(overview, summary, to: &page) }
        guard let answer = summary.recommendation else {
            page.verbatim(page.style.paint("No usable certificate:", .bad) + " \(reasonForNothing(summary)).")
            return
        }
        if answer.isShortLived { page.verbatim(page.style.paint(endWords(answer.end), .bad)) }
        page.verbatim(
            page.style.paint("BIND", .good)
                + " \(answer.certificate.thumbprint.hexadecimal) \(place(answer.sources)), score \(answer.score)"
        )
        if answer.pinning == .other {
            page.verbatim(
                "BUT NOT BESIDE \(place(answer.namesakes.first?.sources ?? [])): same issuer and subject, later expiry"
            )
        }
        if let other = answer.passedOver { page.verbatim("NOT TAKEN " + passedOverWords(other)) }
        if !answer.intermediates.isEmpty {
            page.verbatim(
                "WITH " + answer.intermediates.map { label($0.certificate) }.joined(separator: ", ")
            )
        }
    }

    private func names(of record: AuditRecord) -> String {
        guard record.coverage.isEmpty else {
            return record.coverage.map { reference, coverage in
                switch coverage {
                case .exact: reference.text
                case .wildcard(let pattern): "\(reference.text) (by \(TextPage.show(pattern)))"
                case .none: "\(reference.text) (not covered)"
                }
            }.joined(separator: ", ")
        }
        let names = record.certificate.subjectAlternativeNames
        return list(names.prefix(8).map { TextPage.show($0.printed) }, of: names.count)
    }

    private func score(_ answer: Recommendation, _ record: AuditRecord?) -> String {
        let parts = (record?.score?.parts ?? []).map { "\($0.name) \($0.points)/\($0.maximum)" }
        return "\(answer.score) of 100" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    }

    private func writeNothing(_ summary: AuditSummary, to page: inout TextPage) {
        page.paragraph(
            page.style.paint("No usable certificate:", .bad) + " \(reasonForNothing(summary)).",
            hanging: 6
        )
        for (rule, count) in records.frequencies(.error).prefix(8) {
            page.paragraph("\(rule) in \(Count.text(count, "certificate"))", indent: 6, hanging: 2)
        }
        if records.hasOnlyPrivateRoots, summary.judged == summary.count(.ineligible) {
            page.paragraph(privateRootsAdvice, indent: 2, hanging: 2)
        }
        // Certificates that nothing is known against may be among the undetermined ones: they are nearer than any.
        if !areSignaturesLeftOut, let nearest = records.nearest {
            page.paragraph(
                "Fewest problems (still not usable): \(place(nearest.sources)), \(label(nearest.certificate))",
                indent: 2,
                hanging: 2
            )
            for finding in nearest.findings where finding.severity == .error {
                page.paragraph(
                    TextPage.show(finding.remedy, upTo: TextPage.messageLimit),
                    indent: 6,
                    hanging: 2
                )
            }
        }
        page.blank()
    }

    /// Why there is no certificate to bind: no sentence end, so that a list of causes may follow.
    private func reasonForNothing(_ summary: AuditSummary) -> String {
        let judged = Count.text(summary.judged, "server certificate")
        let unknown = summary.count(.undetermined)
        return switch summary {
        case _ where summary.judged == 0: Self.reasonForNothingJudged(summary)
        case _ where areSignaturesLeftOut && unknown > 0:
            "no signature was checked. Of \(judged), \(Count.text(unknown)) may turn out to be usable"
        case _ where summary.judged == unknown: "it could not be determined whether the \(judged) can be used"
        case _ where summary.judged == 1: "the one server certificate found cannot be used for SMTP"
        default: "none of the \(judged) found can be used for SMTP"
        }
    }

    /// Why no certificate was judged.
    static func reasonForNothingJudged(_ summary: AuditSummary) -> String {
        switch summary {
        case _ where summary.files == 0: "no file was found"
        case _ where summary.certificates == 0:
            "no certificate could be read from \(Count.text(summary.files, "file"))"
        case _ where summary.otherPurposes > 0:
            "there is no certificate for SMTP, only such as Windows or Exchange made for other purposes"
        default: "there are only certificates of authorities, none that a server presents"
        }
    }

    /// What to do where every certificate comes from a CA that is not trusted.
    private var privateRootsAdvice: String {
        header?.list == nil
            ? "None of them leads to one of your anchors."
            : "None of them comes from a CA that Microsoft trusts, as far as their issuers are here: Exchange Online "
                + "refuses certificates of an internal CA. Get one from a public CA. To judge against roots of "
                + "your own instead: --anchors FILE"
    }
}

// What to type, with no command that would do more than is wanted: no switch that suppresses the question about the
// default certificate, and no command that claims to take SMTP from a certificate, which Exchange cannot do.
extension TextReport {
    func writeSteps(_ answer: Recommendation, to page: inout TextPage) {
        let thumbprint = answer.certificate.thumbprint.hexadecimal
        writeNamesakes(answer, to: &page)
        if !answer.intermediates.isEmpty {
            page.paragraph(
                "install with it, into LocalMachine\\CA of every transport server (Exchange Online fetches nothing):",
                indent: 2,
                hanging: 2
            )
            for intermediate in answer.intermediates {
                page.paragraph(
                    "\(label(intermediate.certificate)), \(origin(intermediate.origin))",
                    indent: 4,
                    hanging: 2
                )
            }
        }
        page.paragraph(
            "then, once it is imported with its private key, on every transport server:",
            indent: 2,
            hanging: 2
        )
        page.verbatim("    Enable-ExchangeCertificate -Thumbprint \(thumbprint) -Services SMTP")
        page.paragraph(
            "answer No when asked to overwrite the default certificate; the services it has stay",
            indent: 6
        )
        page.paragraph("\(pinningLead(answer)) (they need RequireTLS):", indent: 2, hanging: 2)
        page.verbatim("    $c = Get-ExchangeCertificate -Thumbprint \(thumbprint)")
        page.verbatim("    $n = \"<I>$($c.Issuer)<S>$($c.Subject)\"")
        page.verbatim("    Set-SendConnector \"<name>\" -TlsCertificateName $n")
        page.verbatim(
            "    Set-ReceiveConnector \"<server>\\Default Frontend <server>\" -TlsCertificateName $n"
        )
        // A comment, so that the whole block can be pasted; whole, because a name is compared as a whole.
        page.verbatim(
            "    # $n is now \(TextPage.show(answer.tlsCertificateName.text, upTo: TlsCertificateName.longest))"
        )
    }
}
