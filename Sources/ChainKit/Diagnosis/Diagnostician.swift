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
            outside: outside,
            outsideRevocation: revocation,
            inventory: inventory
        )
        var collection = AuditCollection()
        // The collection throws nothing, and nothing else can.
        _ = try? audit.run(inputs + beside.inputs(beside: seen), names: [], observer: &collection)
        return collection.certificates
    }
}
