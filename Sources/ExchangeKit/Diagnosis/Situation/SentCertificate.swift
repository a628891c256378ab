import ChainKit

/// A certificate that a protocol log says a connector really sent, set against the prediction.
package struct SentCertificate: Sendable, Hashable {
    /// How a log and a prediction stand to each other.
    package enum Agreement: String, Sendable, Hashable, CaseIterable {
        /// What was predicted was sent.
        case agrees
        /// Another certificate was sent.
        case differs
        /// The prediction leaves open which of several it is, and this is one of them.
        case settles
        /// No connector of the exports has the log's name, or the log does not say which certificate it was.
        case notComparable = "not-comparable"
    }

    /// The log's file.
    package let path: String
    /// What the log says.
    package let certificate: ProtocolLog.PresentedCertificate
    /// The prediction for the same connector, nil where there is none.
    package let prediction: ConnectorPrediction?
    /// How the two stand to each other.
    package let agreement: Agreement

    init(_ certificate: ProtocolLog.PresentedCertificate, path: String, in situation: ExchangeSituation) {
        self.path = path
        self.certificate = certificate
        let candidates = situation.connectors.filter { Self.isSame($0, certificate.connector) }
        // A Send connector has a prediction for each of its servers, and a log is one server's.
        let agreements = candidates.map { ($0, Self.agreement(of: certificate, with: $0)) }
        let best =
            agreements.first { $0.1 == .agrees } ?? agreements.first { $0.1 == .settles } ?? agreements.first
        prediction = best?.0
        agreement = best?.1 ?? .notComparable
    }

    private static func isSame(_ prediction: ConnectorPrediction, _ connector: String?) -> Bool {
        guard let connector else { return false }
        return prediction.connector.identity.lowercased() == connector.lowercased()
    }

    private static func agreement(
        of certificate: ProtocolLog.PresentedCertificate,
        with prediction: ConnectorPrediction
    ) -> Agreement {
        guard let sent = certificate.thumbprint?.uppercased() else { return .notComparable }
        switch prediction.choice.outcome {
        case .presented(let candidate):
            return candidate.installed.thumbprint.uppercased() == sent ? .agrees : .differs
        case .none: return .differs
        case .undetermined(let candidates, _):
            return candidates.contains { $0.installed.thumbprint.uppercased() == sent } ? .settles : .differs
        }
    }
}

extension Diagnosis {
    /// Sets what logs say was sent against the predictions; what the other side presented is passed over.
    package func compared(with logs: [(path: String, log: ProtocolLog)]) -> [SentCertificate] {
        logs.flatMap { path, log in
            log.certificates.filter { $0.direction != .received }
                .map { SentCertificate($0, path: path, in: situation) }
        }
    }
}
