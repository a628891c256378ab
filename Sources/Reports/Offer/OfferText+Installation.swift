import ChainKit
import ExchangeKit

// What changes in the organisation when the certificate comes.
extension OfferText {
    func write(_ installation: OfferInstallation, to page: inout TextPage) {
        page.paragraph(style.paint("WHEN IT COMES", .strong) + ", imported everywhere and assigned to SMTP")
        for neighbour in installation.neighbours { write(neighbour, to: &page) }
        for pinned in installation.pinned {
            page.paragraph(
                "\(TextPage.show(pinned.connector.identity)) is pinned to \(pinned.thumbprint.prefix(8)): "
                    + "set its TlsCertificateName anew",
                indent: 2,
                hanging: 2
            )
        }
        for change in installation.difference.changes {
            let mark = change.breaks ? style.paint("breaks: ", .bad) : ""
            let server = change.after.server.map { " on \(TextPage.show($0))" } ?? ""
            let what =
                change.isOtherCertificate
                ? "\(Self.verb(change.after)) another certificate" : "fares otherwise"
            page.paragraph(
                "\(mark)\(TextPage.show(change.after.connector.identity))\(server) \(what): "
                    + "\(Self.words(change.before)) -> \(Self.words(change.after))",
                indent: 2,
                hanging: 2
            )
        }
        if installation.neighbours.isEmpty, installation.pinned.isEmpty, installation.difference.isEmpty {
            page.paragraph("nothing changes by itself", indent: 2)
        }
        page.blank()
    }

    private func write(_ neighbour: OfferInstallation.Neighbour, to page: inout TextPage) {
        let subject = TextPage.show(neighbour.installed.subject ?? "")
        let name = "\(neighbour.installed.thumbprint.prefix(8)) \(subject)"
        if neighbour.sharesTlsCertificateName {
            page.paragraph(
                "\(name) has the same issuer and subject: a TlsCertificateName means both",
                indent: 2,
                hanging: 2
            )
        }
        if neighbour.hasOtherIssuer {
            page.paragraph(
                "\(name) has the same subject and another issuer: a TlsCertificateName changes",
                indent: 2,
                hanging: 2
            )
        }
        if neighbour.isPresented, !neighbour.lostNames.isEmpty {
            let names = neighbour.lostNames.prefix(10).map { TextPage.show($0) }.joined(separator: ", ")
            page.paragraph(
                "\(name) is in use and has names that the new one will not have: \(names)",
                indent: 2,
                hanging: 2
            )
        }
    }

    private static func words(_ prediction: ConnectorPrediction) -> String {
        let presented =
            switch prediction.choice.outcome {
            case .presented(let candidate): name(candidate)
            case .none: "nothing"
            case .undetermined(let candidates, _): "one of " + candidates.map(name).joined(separator: ", ")
            }
        return prediction.part.isHybrid ? "\(presented), \(prediction.acceptance.word)" : presented
    }

    private static func name(_ candidate: SelectionCandidate) -> String {
        candidate.installed.place.path == OfferInstallation.place
            ? "the new one" : String(candidate.installed.thumbprint.prefix(8))
    }

    private static func verb(_ prediction: ConnectorPrediction) -> String {
        if case .undetermined = prediction.choice.outcome { "may present" } else { "presents" }
    }
}
