// Which certificate a remedy may name: one that the connector presents then, and that passes.
extension ExchangeSituation {
    /// The certificate to name in a connector's TlsCertificateName instead of what it presents, nil where none is fit.
    ///
    /// Those that would be chosen next come first, then those that have SMTP, then those that end last. A candidate
    /// counts only if the selection, run again with its name in the connector, ends with it.
    func replacement(
        for prediction: ConnectorPrediction,
        where isWanted: (InstalledCertificate) -> Bool = { _ in true }
    ) -> InstalledCertificate? {
        let next = prediction.choice.runnersUp.map(\.installed)
        let others = store(of: prediction.server).filter { !next.contains($0) }.sorted { one, other in
            if one.hasSmtp != other.hasSmtp { return one.hasSmtp }
            return (one.validUntil?.seconds ?? .min) > (other.validUntil?.seconds ?? .min)
        }
        let presented = prediction.onlyPossible
        return (next + others).prefix(Self.mostCandidates).first {
            $0 != presented && isWanted($0) && isFit($0, for: prediction)
        }
    }

    /// Whether a connector that names a certificate presents it, and nothing speaks against it.
    func isFit(_ installed: InstalledCertificate, for prediction: ConnectorPrediction) -> Bool {
        guard let name = TlsCertificateName(installed), !isOver(installed) else { return false }
        var store = store(of: prediction.server)
        // The remedy assigns SMTP where the certificate lacks it.
        for index in store.indices where store[index] == installed {
            store[index].services = store[index].services?.union(.smtp)
        }
        let after = predictor.predict(
            prediction.connector.naming(name.text),
            on: prediction.server,
            prediction.part,
            store: store
        )
        guard after.choice.presented?.installed.thumbprint == installed.thumbprint else { return false }
        return !prediction.part.isHybrid || after.acceptance.isAccepted
    }

    /// What names a certificate in a connector: nothing where the certificate is not fit for it.
    func pinning(_ prediction: ConnectorPrediction, to installed: InstalledCertificate?) -> [Remedy] {
        guard let installed, isFit(installed, for: prediction) else { return [] }
        return [.pin(prediction.connector, to: installed, on: prediction.server)]
    }

    private func isOver(_ installed: InstalledCertificate) -> Bool {
        installed.validUntil.map { $0 < time } ?? false
    }

    /// Certificates of one server that are tried: a store of thousands is a mistake, and each costs a selection.
    private static let mostCandidates = 50
}

extension TransportConnector {
    /// The connector with another TlsCertificateName.
    func naming(_ name: String) -> TransportConnector {
        switch self {
        case .send(var connector):
            connector.tlsCertificateName = .value(name)
            return .send(connector)
        case .receive(var connector):
            connector.tlsCertificateName = .value(name)
            return .receive(connector)
        }
    }
}
