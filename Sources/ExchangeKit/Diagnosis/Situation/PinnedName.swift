import ChainKit

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

/// How a name that a connector of Exchange Online looks for stands to the names of a certificate.
///
/// The references allow a wildcard at the beginning and say that the name must match; how deep such a wildcard reaches
/// they do not say.
enum ConnectorNameFit: Sendable, Hashable {
    /// A name of the certificate matches.
    case fits(String)
    /// A name comes so near that the references leave it open.
    case undocumented(String)
    /// No name matches.
    case none

    /// Compares what a connector looks for with a certificate's names.
    init(_ wanted: String, among names: [String]) {
        let wanted = wanted.lowercased()
        var near: String?
        for name in names {
            let presented = name.lowercased()
            if presented == wanted || Self.covers(presented, wanted) || Self.covers(wanted, presented) {
                self = .fits(name)
                return
            }
            if Self.isBelow(presented, wanted) { near = near ?? name }
        }
        self = near.map { .undocumented($0) } ?? .none
    }

    /// Whether a wildcard covers a name that is one label deeper.
    private static func covers(_ wildcard: String, _ name: String) -> Bool {
        guard wildcard.hasPrefix("*."), let dot = name.firstIndex(of: "."), dot != name.startIndex else {
            return false
        }
        return name[dot...] == wildcard.dropFirst()
    }

    /// Whether a name is the wildcard's own domain, or more than one label below it.
    private static func isBelow(_ name: String, _ wildcard: String) -> Bool {
        wildcard.hasPrefix("*.") && (name == wildcard.dropFirst(2) || name.hasSuffix(wildcard.dropFirst()))
    }
}

extension ConnectorNameFit {
    /// Whether a name matches beyond doubt.
    var isMatch: Bool {
        if case .fits = self { true } else { false }
    }
}

extension EffectiveName {
    /// The host name that a certificate is looked up by, nil for a connector that names its certificate.
    var hostName: String? {
        switch self {
        case .connectorFqdn(let name), .serverFqdn(let name): name
        case .tlsCertificateName, .unknown: nil
        }
    }

    /// Where the name is from, for a sentence.
    var origin: String {
        switch self {
        case .tlsCertificateName(let text): "its TlsCertificateName \(text)"
        case .connectorFqdn(let name): "its Fqdn \(name)"
        case .serverFqdn(let name): "the server's own name \(name), as it has no Fqdn"
        case .unknown(let missing): "a name that the exports do not say (\(missing))"
        }
    }
}

/// Certificates that a connector may present, none of which has a name that Exchange Online looks for.
struct NameNotPresented: Sendable {
    /// The certificates that may be presented.
    let presented: [InstalledCertificate]
    /// Their names.
    let names: [String]
    /// Whether the references leave open that a name matches after all.
    let isOpen: Bool
    /// Whether Exchange Online refuses the certificate in any case, so that the name is not what is seen first.
    let isRefusedOtherwise: Bool

    /// Nil where a name may match, or where names are not known.
    init?(_ prediction: ConnectorPrediction, _ wanted: OnlineNames) {
        let presented = prediction.possible.map(\.installed)
        let fits = presented.map { wanted.fit(of: $0, as: prediction.connector.role) }
        guard !fits.isEmpty, fits.allSatisfy({ $0 == .undocumented || $0 == .none }) else { return nil }
        self.presented = presented
        names = presented.flatMap { $0.transportNames ?? [] }
        isOpen = fits.contains(.undocumented)
        isRefusedOtherwise =
            if case .refused(let findings, _, _) = prediction.acceptance {
                !findings.contains { OnlineJudge.nameRules.contains($0.rule) }
            } else {
                false
            }
    }
}
