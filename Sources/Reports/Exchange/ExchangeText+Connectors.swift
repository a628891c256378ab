import ChainKit
import ExchangeKit
import Octets

// Each connector: what it presents, why, and what becomes of it.
extension ExchangeText {
    func writeConnectors(_ situation: ExchangeSituation, to page: inout TextPage) {
        let hybrid = situation.connectors.filter { $0.part.isHybrid || $0.outcome.isStops }
        let others = situation.connectors.filter { !$0.part.isHybrid && !$0.outcome.isStops }
        for prediction in hybrid { write(prediction, to: &page) }
        if options.explains {
            for prediction in others { write(prediction, to: &page) }
        } else if !others.isEmpty {
            writeInBrief(others, to: &page)
        }
        if situation.connectors.isEmpty { writeCertificates(situation, to: &page) }
    }

    /// The certificates without the connectors that would present them.
    private func writeCertificates(_ situation: ExchangeSituation, to page: inout TextPage) {
        let certificates = situation.inventory.certificates
        guard !certificates.isEmpty else { return }
        page.paragraph(
            style.paint("CERTIFICATES", .strong) + ", of which no connector says whether it presents them"
        )
        for installed in certificates.prefix(Self.mostCertificates) {
            let server = installed.server.map { "\(TextPage.show($0)): " } ?? ""
            let services = installed.services?.words ?? "services not exported"
            let verdict = situation.judgements.record(of: installed)?.verdict.map { ", \($0.rawValue)" } ?? ""
            page.paragraph(
                "\(server)\(Self.line(installed)), \(services)\(verdict)",
                indent: 2,
                hanging: 2
            )
        }
        if certificates.count > Self.mostCertificates {
            page.paragraph("and \(certificates.count - Self.mostCertificates) more", indent: 2)
        }
        page.blank()
    }

    /// The most certificates that are listed without connectors.
    private static let mostCertificates = 50

    /// Connectors that do not carry mail to or from Exchange Online, as far as is known: a line each.
    private func writeInBrief(_ predictions: [ConnectorPrediction], to page: inout TextPage) {
        page.paragraph(
            style.paint("OTHER CONNECTORS", .strong) + ", not known to carry mail to or from Exchange Online"
        )
        for prediction in predictions {
            let name = TextPage.show(prediction.connector.identity)
            var words = Self.words(prediction.choice)
            if case .notMet(let reason) = prediction.part {
                words += "; no mail of Exchange Online comes its way: " + TextPage.show(reason)
            }
            page.paragraph("\(name): \(words)", indent: 2, hanging: 2)
        }
        page.blank()
    }

    private static func words(_ choice: CertificateChoice) -> String {
        switch choice.outcome {
        case .presented(let candidate): line(candidate.installed)
        case .none(let reason): "presents nothing: " + TextPage.show(reason)
        case .undetermined(_, let reason): "not known: " + TextPage.show(reason)
        }
    }

    private func write(_ prediction: ConnectorPrediction, to page: inout TextPage) {
        let (mark, meaning) = Self.mark(of: prediction)
        let direction = prediction.connector.role == .client ? "sends" : "receives"
        let server = prediction.server.map { " on \(TextPage.show($0))" } ?? ""
        let title =
            style.paint(TextPage.show(prediction.connector.identity), .strong) + ", \(direction)\(server)"
        page.wrap(title, after: style.paint(mark, meaning) + "  ", hanging: mark.count + 2)
        switch prediction.choice.outcome {
        case .presented(let candidate): page.field("presents", Self.line(candidate.installed))
        case .none(let reason):
            page.field("presents", "nothing: " + TextPage.show(reason, upTo: TextPage.messageLimit))
        case .undetermined(let candidates, let reason):
            page.field("presents", "not known: " + TextPage.show(reason, upTo: TextPage.messageLimit))
            for candidate in candidates.prefix(Self.mostOthers) {
                page.field("", "or " + Self.line(candidate.installed))
            }
        }
        guard prediction.outcome != .disabled else {
            page.blank()
            return
        }
        page.field("because", Self.reason(prediction.choice) + " (\(prediction.choice.certainty.rawValue))")
        for other in prediction.choice.runnersUp.prefix(Self.mostOthers) {
            page.field("next", Self.line(other.installed))
        }
        writeAcceptance(prediction, to: &page)
        for remark in prediction.choice.remarks {
            page.field("note", TextPage.show(remark, upTo: TextPage.messageLimit))
        }
        if options.explains { writeSteps(prediction.choice.steps, to: &page) }
        page.blank()
    }

    private func writeAcceptance(_ prediction: ConnectorPrediction, to page: inout TextPage) {
        switch prediction.acceptance {
        case .notConcerned: break
        case .accepted:
            page.field("online", style.paint("accepted", .good) + ": nothing known speaks against it")
        case .unknown(let reason):
            page.field(
                "online",
                style.paint("unknown", .warning) + ": " + TextPage.show(reason, upTo: TextPage.messageLimit)
            )
        case .refused(let findings, _, let certainty):
            let reasons =
                findings.isEmpty
                ? "self-signed"
                : findings.map { TextPage.show($0.message, upTo: TextPage.messageLimit) }.joined(
                    separator: "; "
                )
            page.field("online", style.paint("refused", .bad) + ": \(reasons) (\(certainty.rawValue))")
        }
        if case .stops(let errors) = prediction.outcome {
            for error in errors {
                page.field("to be seen", TextPage.show(error, upTo: TextPage.messageLimit))
            }
        }
        if case .notMet(let reason) = prediction.part {
            page.field("online", "not met: " + TextPage.show(reason, upTo: TextPage.messageLimit))
        }
    }

    /// Each documented step with who was left and who fell out.
    func writeSteps(_ steps: [SelectionStep], to page: inout TextPage) {
        for (number, step) in steps.enumerated() {
            page.field(
                "step \(number + 1)",
                "\(step.title) [\(step.certainty.rawValue); \(step.source)]",
                labelWidth: 9
            )
            for dropped in step.dropped {
                page.paragraph(
                    "out: \(TextPage.show(dropped.thumbprint)): \(TextPage.show(dropped.reason))",
                    indent: 11,
                    hanging: 2
                )
            }
            let left = step.left.map { TextPage.show($0) }.joined(separator: ", ")
            page.paragraph("left: " + (left.isEmpty ? "none" : left), indent: 11, hanging: 2)
        }
    }

    func writeInternalTransport(_ situation: ExchangeSituation, to page: inout TextPage) {
        for prediction in situation.internalTransport {
            let title =
                style.paint(TextPage.show(prediction.server.name), .strong)
                + ", X-ANONYMOUSTLS between Exchange servers"
            page.wrap(title, after: style.paint("INSIDE", .faint) + "  ", hanging: 8)
            page.field("presents", Self.words(prediction.choice))
            for remark in prediction.choice.remarks {
                page.field("note", TextPage.show(remark, upTo: TextPage.messageLimit))
            }
            if options.explains { writeSteps(prediction.choice.steps, to: &page) }
            page.blank()
        }
    }

    private static func words(_ choice: InternalTransportChoice) -> String {
        let event = choice.event.map { " (event \($0))" } ?? ""
        return switch choice.outcome {
        case .presented(let candidate): line(candidate.installed)
        case .presentedExpired(let candidate): line(candidate.installed) + ", expired" + event
        case .noThumbprint: "nothing: the server's attribute holds no thumbprint" + event
        case .notFound(let thumbprint):
            "nothing: the server has no certificate \(TextPage.show(thumbprint))" + event
        case .unknown(let reason): "not known: " + TextPage.show(reason, upTo: TextPage.messageLimit)
        }
    }

    /// The most other certificates that are named with a connector.
    private static let mostOthers = 5

    private static func mark(of prediction: ConnectorPrediction) -> (String, TextStyle.Meaning) {
        switch prediction.outcome {
        case .notConcerned: ("OTHER", .faint)
        case .disabled: ("DISABLED", .faint)
        case .stops: ("STOPS", .bad)
        case .undetermined: ("UNKNOWN", .warning)
        case .works: ("WORKS", .good)
        }
    }

    /// A certificate in a line: its name, its issuer, its thumbprint, its days.
    static func line(_ installed: InstalledCertificate) -> String {
        var parts: [String] = []
        if let certificate = installed.certificate {
            parts.append("\(TextPage.show(certificate.label)) by \(TextPage.show(certificate.issuer.label))")
        } else if let subject = installed.subject {
            parts.append(TextPage.show(subject))
        }
        parts.append(TextPage.show(installed.thumbprint))
        if let first = installed.certificate?.notBefore.instant,
            let last = installed.certificate?.notAfter.instant
        {
            parts.append("valid from \(first.date) until \(last.date)")
        }
        return parts.joined(separator: ", ")
    }

    private static func reason(_ choice: CertificateChoice) -> String {
        switch choice.name {
        case .tlsCertificateName(let name): "its TlsCertificateName is \(TextPage.show(name))"
        case .connectorFqdn(let name): "it looks for its Fqdn \(TextPage.show(name))"
        case .serverFqdn(let name): "it has no Fqdn and looks for the server's name \(TextPage.show(name))"
        case .unknown(let missing): "the name it looks for is not known: \(TextPage.show(missing))"
        }
    }
}

// What protocol logs say was really sent, beside what was predicted.
extension ExchangeText {
    func writeSent(_ sent: [SentCertificate], to page: inout TextPage) {
        guard !sent.isEmpty else { return }
        page.paragraph(style.paint("REALLY SENT", .strong) + ", by the protocol logs")
        for certificate in sent {
            let (words, meaning) = Self.words(certificate.agreement)
            let connector = TextPage.show(
                certificate.certificate.connector ?? "a connector that the log does not name"
            )
            let thumbprint = certificate.certificate.thumbprint.map { TextPage.show($0) } ?? "no thumbprint"
            let subject = certificate.certificate.subject.map { TextPage.show($0) + ", " } ?? ""
            let last = certificate.certificate.last.map { ", last on \($0.rfc3339)" } ?? ""
            page.paragraph(
                "\(connector): \(subject)\(thumbprint), \(Count.text(certificate.certificate.count, "time"))\(last): "
                    + style.paint(words, meaning),
                indent: 2,
                hanging: 2
            )
        }
        page.blank()
    }

    private static func words(_ agreement: SentCertificate.Agreement) -> (String, TextStyle.Meaning) {
        switch agreement {
        case .agrees: ("as predicted", .good)
        case .settles: ("one of those that the exports leave open", .good)
        case .differs:
            (
                "not as predicted: the exports are of another day, or Exchange decides otherwise than is published",
                .bad
            )
        case .notComparable: ("nothing to compare it with", .faint)
        }
    }
}

extension JSONText {
    /// One certificate that a log says was sent.
    mutating func sent(_ sent: SentCertificate) {
        object { json in
            json.member("path", sent.path)
            json.member("connector", sent.certificate.connector)
            json.member("thumbprint", sent.certificate.thumbprint)
            json.member("subject", sent.certificate.subject)
            json.member("issuer", sent.certificate.issuer)
            json.member("first", sent.certificate.first?.rfc3339)
            json.member("last", sent.certificate.last?.rfc3339)
            json.member("count", sent.certificate.count)
            json.member("agreement", sent.agreement.rawValue)
        }
    }
}
