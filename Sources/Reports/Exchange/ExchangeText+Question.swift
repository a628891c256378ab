import ChainKit
import ExchangeKit

// The question that certificates without a server's name leave open, and what each answer would mean.
extension ExchangeText {
    func writeQuestion(_ situation: ExchangeSituation, to page: inout TextPage) {
        guard let question = situation.serverQuestion else { return }
        let files = question.files.map { TextPage.show($0) }.joined(separator: ", ")
        page.paragraph(
            """
            \(style.paint("WHICH SERVER", .strong)) are the certificates in \(files) from? They name no server, and the \
            exports name \(question.servers.map { TextPage.show($0) }.joined(separator: ", "))
            """
        )
        for server in question.servers {
            page.paragraph(style.paint("If \(TextPage.show(server))", .strong) + ":", indent: 2)
            for prediction in situation.connectors where prediction.server == server {
                guard let trial = prediction.trial else { continue }
                page.paragraph(
                    "\(TextPage.show(prediction.connector.identity)): \(Self.words(trial, of: prediction))",
                    indent: 4,
                    hanging: 2
                )
            }
        }
        page.paragraph(
            "-> Answer with --certificates-of \(TextPage.show(question.servers[0])), or export each server by its name",
            indent: 2,
            hanging: 3
        )
        page.blank()
    }

    /// What a connector would present, and what Exchange Online would make of it.
    private static func words(
        _ trial: ConnectorPrediction.Outcome,
        of prediction: ConnectorPrediction
    ) -> String {
        let presents =
            switch trial.choice.outcome {
            case .presented(let candidate): "presents " + line(candidate.installed)
            case .none(let reason): "presents nothing: " + TextPage.show(reason, upTo: TextPage.messageLimit)
            case .undetermined(_, let reason):
                "not known: " + TextPage.show(reason, upTo: TextPage.messageLimit)
            }
        guard prediction.part.isHybrid else { return presents }
        switch trial.acceptance {
        case .notConcerned: return presents
        case .accepted: return presents + "; accepted"
        case .unknown: return presents + "; whether Exchange Online accepts it is not known"
        case .refused(let findings, _, _):
            let reasons = findings.map { TextPage.show($0.message, upTo: TextPage.messageLimit) }
            return presents + "; refused" + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; "))
        }
    }
}
