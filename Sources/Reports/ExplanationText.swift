import ChainKit
package import ExchangeKit
import Octets

/// Writes an explanation as text for people.
package struct ExplanationText: Sendable {
    private let style: TextStyle

    /// Makes a writer.
    package init(style: TextStyle) { self.style = style }

    /// What a log holds, the errors with causes and checks, what the text states, and the sources.
    package func page(_ explanation: Explanation, log: ProtocolLog? = nil) -> String {
        var page = TextPage(style: style)
        var sources = SourceNumbers()
        if let log { ProtocolLogText.write(log, to: &page) }
        for recognised in explanation.errors {
            if !page.text.isEmpty { page.blank() }
            write(recognised, to: &page, &sources)
        }
        if !explanation.isRecognised { writeNothing(log, to: &page) }
        writeFacts(explanation.facts, to: &page)
        writeUnknown(explanation.notInCatalogue, to: &page)
        write(sources, to: &page)
        return page.text
    }

    private func write(
        _ recognised: Explanation.Recognised,
        to page: inout TextPage,
        _ sources: inout SourceNumbers
    ) {
        let error = recognised.error
        let seen = recognised.seen.prefix(Self.listed).map { TextPage.show($0) }.joined(separator: ", ")
        let times = recognised.count > 1 ? " (in \(Count.text(recognised.count, "place")))" : ""
        page.paragraph(style.paint(seen.isEmpty ? error.id : seen, .strong) + times)
        page.paragraph(error.title)
        switch error.bearing {
        case .certificate: break
        case .possible: page.paragraph(style.paint("a certificate is one of the possible causes", .warning))
        case .unrelated: page.paragraph(style.paint("not a certificate fault", .good))
        }
        let heading = error.bearing == .unrelated ? "cause" : "likely causes, the most likely first"
        write(error.causes, under: heading, to: &page, &sources)
        write(error.otherReadings, under: "it can also mean", to: &page, &sources)
        page.paragraph(style.paint("look at", .faint), indent: 2)
        for (index, check) in recognised.checks.enumerated() {
            page.wrap(check.text, after: "    \(index + 1)  ", hanging: 7)
            for command in check.commands { page.verbatim("         " + TextPage.show(command, upTo: 1_200)) }
        }
    }

    private func write(
        _ statements: [ErrorStatement],
        under heading: String,
        to page: inout TextPage,
        _ sources: inout SourceNumbers
    ) {
        guard !statements.isEmpty else { return }
        page.paragraph(style.paint(heading, .faint), indent: 2)
        for (index, statement) in statements.enumerated() {
            let numbers = statement.sources.map { "[\(sources.number(of: $0))]" }.joined()
            let certainty = statement.certainty.label + (numbers.isEmpty ? "" : " " + numbers)
            page.wrap("\(certainty): \(statement.text)", after: "    \(index + 1)  ", hanging: 7)
        }
    }

    private func writeNothing(_ log: ProtocolLog?, to page: inout TextPage) {
        if log != nil {
            page.blank()
            page.paragraph("no error in it that is known here")
            return
        }
        page.paragraph(style.paint("not recognised", .warning))
        page.paragraph(
            """
            no code, event or word in the text is known here to have to do with certificates; what is known: SMTP \
            replies such as 454 4.7.0, events such as 12014, words such as UntrustedRoot, and what Exchange's shell and \
            the Hybrid Configuration Wizard say
            """,
            indent: 2
        )
    }

    private func writeFacts(_ facts: [PastedFact], to page: inout TextPage) {
        guard !facts.isEmpty else { return }
        page.blank()
        page.paragraph(style.paint("stated by the text", .strong))
        for fact in facts {
            page.field(fact.kind.label, TextPage.show(fact.value, upTo: 1_100), labelWidth: 20)
        }
    }

    private func writeUnknown(_ codes: [String], to page: inout TextPage) {
        guard !codes.isEmpty else { return }
        page.blank()
        let shown = codes.prefix(Self.listed).map { TextPage.show($0) }.joined(separator: ", ")
        page.paragraph("also there, and not known to have to do with certificates: \(shown)", hanging: 2)
    }

    private func write(_ sources: SourceNumbers, to page: inout TextPage) {
        guard !sources.all.isEmpty else { return }
        page.blank()
        page.paragraph(style.paint("sources", .strong))
        for (index, source) in sources.all.enumerated() {
            page.wrap(source.title, after: "  [\(index + 1)] ", hanging: 6)
            page.verbatim("      " + source.url)
        }
    }

    private static let listed = 12
}

/// Numbers sources in the order in which they are first named.
private struct SourceNumbers {
    private(set) var all: [ErrorSource] = []

    mutating func number(of source: ErrorSource) -> Int {
        if let index = all.firstIndex(of: source) { return index + 1 }
        all.append(source)
        return all.count
    }
}

extension Certainty {
    /// How a statement is introduced: what is inferred or unknown is never said as if it were known.
    fileprivate var label: String {
        switch self {
        case .standard: "by the standard"
        case .documented: "documented"
        case .stated: "stated by Microsoft"
        case .reported: "reported"
        case .inferred: "inferred, not documented"
        case .unknown: "not known"
        }
    }
}

extension PastedFact.Kind {
    fileprivate var label: String {
        switch self {
        case .domain: "name looked for"
        case .fqdn: "connector's Fqdn"
        case .connector: "connector"
        case .expectedSubject: "expected subject"
        case .presentedSubject: "presented subject"
        case .thumbprint: "thumbprint"
        case .tlsCertificateName: "TlsCertificateName"
        case .server: "server"
        case .reason: "reason"
        }
    }
}

/// Writes what a protocol log holds, for people.
enum ProtocolLogText {
    /// Certificates and failures of one log that are shown; JSON has all.
    private static let listed = 25

    static func write(_ log: ProtocolLog, to page: inout TextPage) {
        let name =
            switch log.service {
            case .smtpSend: "SMTP Send protocol log"
            case .smtpReceive: "SMTP Receive protocol log"
            case nil: "SMTP protocol log"
            }
        let counts = "\(Count.text(log.rows, "row")), \(Count.text(log.sessions, "session")) begun"
        page.paragraph(page.style.paint(name, .strong) + ": " + counts)
        if log.linesNotUnderstood > 0 {
            page.paragraph("\(Count.text(log.linesNotUnderstood, "line")) not understood", indent: 2)
        }
        write(log.certificates.filter { $0.direction == .sent }, "sent by this server", to: &page)
        write(
            log.certificates.filter { $0.direction == .received },
            "received from the other side",
            to: &page
        )
        write(
            log.certificates.filter { $0.direction == .unstated },
            "presented, by which side the text does not tell",
            to: &page
        )
        if log.certificates.isEmpty { page.paragraph("no certificate in it", indent: 2) }
        writeFailures(log, to: &page)
    }

    private static func write(
        _ certificates: [ProtocolLog.PresentedCertificate],
        _ heading: String,
        to page: inout TextPage
    ) {
        guard !certificates.isEmpty else { return }
        page.blank()
        page.paragraph(page.style.paint("certificates \(heading)", .strong))
        for certificate in certificates.prefix(listed) {
            let connector = certificate.connector ?? "(connector not in the text)"
            page.paragraph(TextPage.show(connector), indent: 2)
            field("subject", certificate.subject, to: &page)
            field("issuer", certificate.issuer, to: &page)
            field("serial", certificate.serialNumber, to: &page)
            field("thumbprint", certificate.thumbprint, to: &page)
            let names = certificate.alternativeNames.prefix(10).joined(separator: ", ")
            field("names", names.isEmpty ? nil : names, to: &page)
            field(
                "seen",
                Count.text(certificate.count, "time") + period(certificate.first, certificate.last),
                to: &page
            )
        }
        rest(certificates.count, to: &page)
    }

    private static func writeFailures(_ log: ProtocolLog, to page: inout TextPage) {
        guard !log.failures.isEmpty else { return }
        page.blank()
        page.paragraph(page.style.paint("errors in it", .strong))
        for failure in log.failures.prefix(listed) {
            page.paragraph(TextPage.show(failure.text, upTo: 600), indent: 2, hanging: 2)
            field("connector", failure.connector, to: &page)
            field("certificate", failure.thumbprint, to: &page)
            let last = [
                failure.remoteEndpoint.map { "remote \($0)" }, failure.session.map { "session \($0)" },
            ].compactMap { $0 }.joined(separator: ", ")
            let seen = Count.text(failure.count, "time") + period(failure.first, failure.last)
            field("seen", last.isEmpty ? seen : "\(seen); the last with \(last)", to: &page)
        }
        rest(log.failures.count, to: &page)
    }

    private static func field(_ label: String, _ content: String?, to page: inout TextPage) {
        guard let content else { return }
        page.field(label, TextPage.show(content, upTo: 1_100), indent: 4, labelWidth: 13)
    }

    private static func period(_ first: Instant?, _ last: Instant?) -> String {
        guard let first, let last else { return "" }
        return first == last ? ", \(first.rfc3339)" : ", from \(first.rfc3339) to \(last.rfc3339)"
    }

    private static func rest(_ count: Int, to page: inout TextPage) {
        guard count > listed else { return }
        page.paragraph("and \(Count.text(count - listed)) more; --format json has all", indent: 2)
    }
}
