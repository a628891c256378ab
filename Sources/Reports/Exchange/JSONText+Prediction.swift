import ChainKit
import ExchangeKit

extension JSONText {
    /// One connector with what it presents and what becomes of it.
    mutating func prediction(_ prediction: ConnectorPrediction) {
        object { json in
            json.member("connector", prediction.connector.identity)
            json.member("direction", prediction.connector.role == .client ? "send" : "receive")
            json.member("server", prediction.server)
            json.member("enabled", prediction.connector.isEnabled)
            switch prediction.part {
            case .carriesHybridMail(let because):
                json.member("exchangeOnline", true)
                json.member("exchangeOnlineBecause", because)
            case .notMet(let because):
                json.member("exchangeOnline", false)
                json.member("exchangeOnlineBecause", because)
            case .none: json.member("exchangeOnline", false)
            case .unknown: json.member("exchangeOnline", nil as Bool?)
            }
            json.outcome(prediction.outcome)
            json.choice(prediction.choice)
            json.key("acceptance")
            json.acceptance(prediction.acceptance)
            json.key("ifThisServer")
            if let trial = prediction.trial { json.trial(trial) } else { json.null() }
        }
    }

    /// What comes of it if the certificates that name no server are this server's.
    private mutating func trial(_ trial: ConnectorPrediction.Outcome) {
        object { json in
            json.outcome(trial.choice)
            json.key("acceptance")
            json.acceptance(trial.acceptance)
        }
    }

    /// What becomes of the connector's mail.
    private mutating func outcome(_ outcome: ConnectorOutcome) {
        member("answer", outcome.word)
        if case .undetermined(let reason) = outcome { member("answerReason", reason) }
        key("expectedErrors")
        if case .stops(let errors) = outcome {
            array(errors) { $0.string($1) }
        } else {
            array([String]()) { $0.string($1) }
        }
    }

    /// The members that say which certificate was chosen and how.
    mutating func choice(_ choice: CertificateChoice) {
        switch choice.name {
        case .tlsCertificateName(let name): nameMembers("TlsCertificateName", name)
        case .connectorFqdn(let name): nameMembers("Fqdn", name)
        case .serverFqdn(let name): nameMembers("serverFqdn", name)
        case .unknown(let missing):
            nameMembers("unknown", nil)
            member("nameMissing", missing)
        }
        outcome(choice)
        member("certainty", choice.certainty.rawValue)
        key("runnersUp")
        array(choice.runnersUp) { $0.string($1.installed.thumbprint) }
        key("remarks")
        array(choice.remarks) { $0.string($1) }
        key("steps")
        array(choice.steps) { $0.step($1) }
    }

    /// The certificate chosen, or why none or no single one is.
    private mutating func outcome(_ choice: CertificateChoice) {
        switch choice.outcome {
        case .presented(let candidate):
            member("outcome", "presented")
            member("thumbprint", candidate.installed.thumbprint)
        case .none(let reason):
            member("outcome", "none")
            member("reason", reason)
        case .undetermined(let candidates, let reason):
            member("outcome", "undetermined")
            member("reason", reason)
            key("candidates")
            array(candidates) { $0.string($1.installed.thumbprint) }
        }
    }

    /// What one server presents for X-ANONYMOUSTLS.
    mutating func internalTransport(_ prediction: InternalTransportPrediction) {
        object { json in
            let choice = prediction.choice
            json.member("server", prediction.server.name)
            switch choice.outcome {
            case .presented, .presentedExpired: json.member("outcome", "presented")
            case .noThumbprint, .notFound: json.member("outcome", "none")
            case .unknown(let reason):
                json.member("outcome", "undetermined")
                json.member("reason", reason)
            }
            json.member("thumbprint", choice.presented?.installed.thumbprint)
            json.member("event", choice.event)
            json.member("certainty", choice.certainty.rawValue)
            json.key("remarks")
            json.array(choice.remarks) { $0.string($1) }
            json.key("steps")
            json.array(choice.steps) { $0.step($1) }
        }
    }

    private mutating func nameMembers(_ source: String, _ name: String?) {
        member("nameFrom", source)
        member("name", name)
    }

    private mutating func step(_ step: SelectionStep) {
        object { json in
            json.member("id", step.id)
            json.member("title", step.title)
            json.member("certainty", step.certainty.rawValue)
            json.member("source", step.source)
            json.key("left")
            json.array(step.left) { $0.string($1) }
            json.key("dropped")
            json.array(step.dropped) { json, dropped in
                json.object { json in
                    json.member("thumbprint", dropped.thumbprint)
                    json.member("reason", dropped.reason)
                }
            }
        }
    }

    private mutating func acceptance(_ acceptance: OnlineAcceptance) {
        object { json in
            json.member("answer", acceptance.word)
            switch acceptance {
            case .notConcerned: break
            case .accepted(let certainty): json.member("certainty", certainty.rawValue)
            case .unknown(let missing): json.member("missing", missing)
            case .refused(let findings, let error, let certainty):
                json.member("certainty", certainty.rawValue)
                json.member("expectedError", error)
                json.key("findings")
                json.array(findings) { json, finding in
                    json.object { json in
                        json.member("rule", finding.rule)
                        json.member("message", finding.message)
                    }
                }
            }
        }
    }
}
