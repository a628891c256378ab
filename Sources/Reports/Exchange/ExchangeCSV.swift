import ChainKit
import ExchangeKit

/// Writes a diagnosis as comma-separated values, a line for each connector and server.
package struct ExchangeCSV: Sendable {
    /// Makes a writer.
    package init() {}

    /// The names of the columns, in order.
    static let columns = [
        "direction", "connector", "server", "exchange_online", "outcome", "thumbprint", "subject", "issuer",
        "not_before", "not_after", "name_from", "name", "certainty", "acceptance", "expected_error", "reason",
        "runners_up", "findings", "answer",
    ]

    /// The document in UTF-8.
    package func document(_ report: ExchangeReport) -> [UInt8] {
        var line = CSVLine()
        for column in Self.columns { line.add(column) }
        line.end()
        for prediction in report.diagnosis.situation.connectors {
            write(prediction, report.diagnosis.findings, to: &line)
            line.end()
        }
        return line.take()
    }

    private func write(
        _ prediction: ConnectorPrediction,
        _ findings: [ExchangeFinding],
        to line: inout CSVLine
    ) {
        line.add(prediction.connector.role == .client ? "send" : "receive")
        line.add(prediction.connector.identity)
        line.add(prediction.server)
        line.add(Self.word(of: prediction.part))
        let installed = prediction.choice.presented?.installed
        let (outcome, reason) = Self.outcome(of: prediction.choice)
        line.add(outcome)
        line.add(installed?.thumbprint)
        line.add(installed?.subject)
        line.add(installed?.issuer)
        line.add(installed?.certificate?.notBefore.instant?.rfc3339)
        line.add(installed?.certificate?.notAfter.instant?.rfc3339)
        let (source, name) = Self.name(of: prediction.choice)
        line.add(source)
        line.add(name)
        line.add(prediction.choice.certainty.rawValue)
        line.add(prediction.acceptance.word)
        if case .stops(let errors) = prediction.outcome { line.add(errors) } else { line.add([]) }
        line.add(reason)
        line.add(prediction.choice.runnersUp.map(\.installed.thumbprint))
        line.add(findings.filter { Self.concerns($0, prediction) }.map(\.rule))
        line.add(prediction.outcome.word)
    }

    private static func word(of part: HybridPart) -> String {
        switch part {
        case .carriesHybridMail: "yes"
        case .none, .notMet: "no"
        case .unknown: "unknown"
        }
    }

    private static func outcome(of choice: CertificateChoice) -> (String, String?) {
        switch choice.outcome {
        case .presented: ("presented", nil)
        case .none(let reason): ("none", reason)
        case .undetermined(_, let reason): ("undetermined", reason)
        }
    }

    private static func name(of choice: CertificateChoice) -> (String, String?) {
        switch choice.name {
        case .tlsCertificateName(let name): ("TlsCertificateName", name)
        case .connectorFqdn(let name): ("Fqdn", name)
        case .serverFqdn(let name): ("serverFqdn", name)
        case .unknown: ("unknown", nil)
        }
    }

    private static func concerns(_ finding: ExchangeFinding, _ prediction: ConnectorPrediction) -> Bool {
        finding.concerns.contains { concern in
            switch (concern, prediction.connector) {
            case (.sendConnector(let name, let server), .send(let connector)):
                name == connector.name && (server == nil || server == prediction.server)
            case (.receiveConnector(let identity), .receive(let connector)): identity == connector.identity
            default: false
            }
        }
    }
}
