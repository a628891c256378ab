/// A connector's TlsCertificateName, held against the store of one server.
struct PinnedName: Sendable {
    /// What the store makes of the name.
    enum Standing: Sendable {
        /// It names these certificates.
        case found([InstalledCertificate])
        /// It is not of the form that Exchange documents.
        case malformed
        /// It names none, but was probably meant for these, the nearest first.
        case nearly([TlsCertificateNameSearch.NearMatch])
        /// It names none here, and one in the store of these servers.
        case elsewhere([String])
        /// It names none of the certificates exported.
        case dangling
        /// The exports do not suffice: the store is missing, or issuer and subject of a certificate are.
        case unknown
    }

    /// The connector on a server.
    let prediction: ConnectorPrediction
    /// The name.
    let name: TlsCertificateName
    /// How many certificates the server's store holds.
    let storeCount: Int
    /// Those that the name nearly names.
    let near: [TlsCertificateNameSearch.NearMatch]
    /// What the store makes of it.
    let standing: Standing

    /// Nil for a connector that names no certificate.
    init?(_ prediction: ConnectorPrediction, in situation: ExchangeSituation) {
        guard let text = prediction.connector.tlsCertificateName.value else { return nil }
        self.prediction = prediction
        name = TlsCertificateName(reading: text)
        let store = situation.store(of: prediction.server)
        storeCount = store.count
        let search = TlsCertificateNameSearch(name, among: store)
        // That the issuer alone is the same says only that both are of one CA.
        near = search.near.filter { !$0.differences.contains(.subjectChanged) }
        let found = search.exact + search.exceptForCase
        if situation.stores.coverage(of: prediction.server) != .exported {
            standing = name.damage.isEmpty ? .unknown : .malformed
        } else if !found.isEmpty {
            standing = .found(found)
        } else if !name.damage.isEmpty {
            standing = .malformed
        } else if !near.isEmpty {
            standing = .nearly(near)
        } else if store.isEmpty || !search.unknown.isEmpty {
            standing = .unknown
        } else {
            let others = Self.servers(with: name, in: situation)
            standing = others.isEmpty ? .dangling : .elsewhere(others)
        }
    }

    /// How grave it is that the name finds no usable certificate; nil for a connector that uses no TLS at all.
    ///
    /// Where the exports leave open what is presented, nothing stops for all that is known.
    var severity: Severity? {
        guard !prediction.isWithoutTls else { return nil }
        return prediction.isWithoutCertificate ? prediction.severityWithoutCertificate : .warning
    }

    /// What is seen then, none where the mail goes on.
    var expectedError: ExpectedError {
        severity == .error ? .seen(prediction.connector.errorWithoutPinned) : .none
    }

    /// The certificate that the name was perhaps meant for.
    var nearest: InstalledCertificate? { near.first?.installed }

    private static func servers(
        with name: TlsCertificateName,
        in situation: ExchangeSituation
    ) -> [String] {
        let those = situation.inventory.certificates.filter { TlsCertificateNameMatch.isMatch(name, $0) }
        return Set(those.compactMap(\.server)).sorted()
    }
}

extension TransportConnector {
    /// What is seen where a connector finds no certificate for its TlsCertificateName.
    var errorWithoutPinned: String {
        switch self {
        case .send:
            """
            454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.
            """
        case .receive:
            "event 12014; Exchange Online sees 451 5.7.3 STARTTLS is required to send mail"
        }
    }
}
