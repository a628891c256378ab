public import ChainKit

/// Predicts what every connector of an inventory presents, and says what is wrong with that.
public struct Diagnostician: Sendable {
    private let trust: Audit.Trust
    private let beside: BesideFiles
    private let outside: [Audit.OutsideIssuer]
    private let revocation: Audit.OutsideRevocation

    /// Sets a diagnosis up.
    ///
    /// - Parameters:
    ///   - trust: what Exchange Online's trust is taken to rest on.
    ///   - beside: the files that the inventory was read from, and others with them, which complete paths.
    ///   - outside: issuers from elsewhere, which complete paths.
    ///   - revocation: lists and responses that certificates are held against.
    public init(
        trust: Audit.Trust,
        beside: [FileContent] = [],
        outside: [Audit.OutsideIssuer] = [],
        revocation: Audit.OutsideRevocation = Audit.OutsideRevocation()
    ) {
        self.trust = trust
        self.beside = BesideFiles(beside)
        self.outside = outside
        self.revocation = revocation
    }

    /// Diagnoses an inventory as it is, or will be, at an instant.
    public func diagnose(_ inventory: ExchangeInventory, at time: Instant) -> Diagnosis {
        diagnose(inventory, at: time, presuming: [])
    }

    /// The same where some certificates have been judged elsewhere, as those that do not exist yet.
    func diagnose(_ inventory: ExchangeInventory, at time: Instant, presuming judged: [AuditRecord])
        -> Diagnosis
    {
        // Of two records of one certificate the first counts.
        let judgements = CertificateJudgements(judged + audit(inventory, at: time))
        return Diagnosis(of: inventory, judgements: judgements, at: time)
    }

    /// Judges each different certificate once; issuers among the installed ones help each other.
    private func audit(_ inventory: ExchangeInventory, at time: Instant) -> [AuditRecord] {
        var seen: Set<SHA256Digest> = []
        let inputs = inventory.certificates.compactMap { installed -> AuditInput? in
            guard let certificate = installed.certificate, seen.insert(certificate.sha256).inserted else {
                return nil
            }
            return .octets(certificate.der, name: installed.place.path)
        }
        let audit = Audit(
            trust: trust,
            time: time,
            options: Audit.Options(
                outside: outside,
                outsideRevocation: revocation,
                installed: inventory.certificates
            )
        )
        var collection = AuditCollection()
        // The collection throws nothing, and nothing else can.
        _ = try? audit.run(inputs + beside.inputs(beside: seen), names: [], observer: &collection)
        return collection.certificates
    }
}

extension Diagnostician {
    /// What each connector of an inventory presents, in the words of an audit's report.
    public func predictions(of inventory: ExchangeInventory, at time: Instant) -> [PredictedCertificate] {
        diagnose(inventory, at: time).situation.connectors.map { PredictedCertificate($0) }
    }
}

extension PredictedCertificate {
    fileprivate init(_ prediction: ConnectorPrediction) {
        let reason: String? =
            switch prediction.choice.outcome {
            case .presented: nil
            case .none(let reason), .undetermined(_, let reason): reason
            }
        let isHybrid: Bool? =
            switch prediction.part {
            case .carriesHybridMail: true
            case .none, .notMet: false
            case .unknown: nil
            }
        self.init(
            connector: prediction.connector.identity,
            role: prediction.connector.role,
            server: prediction.server,
            isHybrid: isHybrid,
            thumbprint: prediction.choice.presented?.installed.thumbprint,
            reason: reason,
            acceptance: prediction.acceptance.word,
            certainty: prediction.choice.certainty
        )
    }
}

/// What an inventory amounts to: predictions, and what is wrong.
public struct Diagnosis: Sendable {
    /// The inventory, the judgements and the predictions.
    public let situation: ExchangeSituation
    /// Everything found, gravest first, then by rule.
    public let findings: [ExchangeFinding]

    /// Whether the exports leave open what becomes of a connector's mail.
    public var isUnsettled: Bool { situation.connectors.contains { $0.outcome.isUndetermined } }

    /// Diagnoses an inventory whose certificates have been judged.
    init(of inventory: ExchangeInventory, judgements: CertificateJudgements, at time: Instant) {
        let predictor = Predictor(inventory: inventory, judgements: judgements, time: time)
        var situation = ExchangeSituation(
            inventory: inventory,
            time: time,
            judgements: judgements,
            inbound: inventory.receiveConnectors.map(predictor.predict),
            outbound: inventory.sendConnectors.flatMap(predictor.predictions),
            internalTransport: inventory.transportServers.map(predictor.predict),
            predictor: predictor
        )
        findings = ExchangeRuleRegistry.findings(in: situation)
        situation.settle(by: findings)
        self.situation = situation
    }

    /// How many findings have a severity.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// The files that an inventory was read from, and others beside them, made ready to be audited with it time and again.
///
/// A calendar diagnoses hundreds of times, and a folder beside the exports may hold thousands of certificates that are
/// installed nowhere. A file goes into an audit whole where it says something of an installed certificate, because it
/// holds that or a private key; of the others only the authorities do, each once. What revocation rests on is named
/// apart.
struct BesideFiles: Sendable {
    private let whole: [(content: FileContent, digests: Set<SHA256Digest>)]
    private let authorities: [AuditInput]

    init(_ files: [FileContent]) {
        var whole: [(content: FileContent, digests: Set<SHA256Digest>)] = []
        var authorities: [AuditInput] = []
        var seen: Set<SHA256Digest> = []
        for file in files {
            var digests: Set<SHA256Digest> = []
            for encoded in file.certificates {
                let digest = SHA256Digest(of: encoded.der)
                digests.insert(digest)
                guard seen.insert(digest).inserted, let certificate = try? Certificate(der: encoded.der),
                    certificate.isAuthority || certificate.version < 3
                else { continue }
                authorities.append(.octets(encoded.der, name: file.record.path))
            }
            let content = FileContent(record: file.record, certificates: file.certificates)
            whole.append((content, digests))
        }
        self.whole = whole
        self.authorities = authorities
    }

    /// What is audited beside certificates that are installed.
    func inputs(beside installed: Set<SHA256Digest>) -> [AuditInput] {
        let telling = whole.filter { file in
            !file.content.record.privateKeys.isEmpty || !file.digests.isDisjoint(with: installed)
        }
        return telling.map { .content($0.content) } + authorities
    }
}
