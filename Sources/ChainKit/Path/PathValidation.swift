/// Validates the issuers of one way upwards by RFC 5280, section 6.1, as far as that does not depend on the
/// target.
///
/// The RFC walks a path from its anchor down. Here targets share the way above their issuer: that way is
/// validated once, and ``TargetSearch`` adds what is the target's. Where each clause stands:
///
/// - 6.1.1 (d), the anchor: ``initialize(anchor:at:for:)``.
/// - 6.1.3 (a)(1), signatures: `UpwardSearch` and `TargetSearch`, before they follow an issuer. (a)(2),
///   validity, and the critical extensions of 6.1.4 (o) and 6.1.5 (f): ``basicProcessing(of:for:)``. (a)(3),
///   revocation: `RevocationChecker`. (a)(4), names: `IssuerTable`, which finds issuers by their names.
/// - 6.1.3 (b) and (c), 6.1.4 (g), name constraints: ``applyNameConstraints(of:nameCheck:memory:)`` for
///   issuers, `TargetSearch` for the target.
/// - 6.1.3 (d) to (f), 6.1.4 (a), (b) and (h) to (j), 6.1.5 (a), (b) and (g), policies: `PolicyValidation`.
/// - 6.1.4 (k) to (n), basic constraints, path length, keyUsage: ``prepareForNextCertificate(after:below:)``.
/// - 6.1.5, the target's own end: ``wrapUp(_:for:)``.
struct PathValidation {
    private(set) var defects: [PathDefect] = []
    private(set) var nameConstraints: [PreparedNameConstraints] = []
    private(set) var weakSignatures: [(position: Int, hash: HashAlgorithm)] = []
    private(set) var isCutShort = false

    /// `chain` starts with the certificate that issues the target.
    init(
        chain: [Certificate],
        hasAnchor: Bool,
        party: RelyingParty,
        nameCheck: inout NameConstraintsCheck,
        memory: IssuerMemory
    ) {
        var below = 0
        for (position, certificate) in chain.enumerated() {
            if hasAnchor && position == chain.count - 1 {
                initialize(anchor: certificate, at: position, for: party)
            } else {
                for kind in Self.basicProcessing(of: certificate, for: party)
                    + Self.prepareForNextCertificate(after: certificate, below: below)
                {
                    defects.append(PathDefect(kind, at: position))
                }
                if let hash = certificate.signatureAlgorithm.hash, hash.isWeak, !certificate.isSelfIssued {
                    weakSignatures.append((position, hash))
                }
            }
            if !certificate.isSelfIssued { below += 1 }
        }
        applyNameConstraints(of: chain, nameCheck: &nameCheck, memory: memory)
    }

    /// A trust anchor is a name and a key; its certificate's signature and basic constraints say nothing
    /// (6.1.1 (d)).
    ///
    /// Windows does hold it to its validity, so that is looked at.
    private mutating func initialize(anchor: Certificate, at position: Int, for party: RelyingParty) {
        for kind in Self.basicProcessing(of: anchor, for: party) {
            switch kind {
            case .notYetValid, .expired: defects.append(PathDefect(kind, at: position))
            default: break
            }
        }
    }

    /// Holds the names of each issuer against the constraints of those above it (6.1.3 (b) and (c), 6.1.4
    /// (g)), and keeps the constraints for whatever is below.
    private mutating func applyNameConstraints(
        of chain: [Certificate],
        nameCheck: inout NameConstraintsCheck,
        memory: IssuerMemory
    ) {
        var found: [PathDefect.Kind] = []
        for (position, authority) in chain.enumerated() {
            guard let constraints = memory.nameConstraints(of: authority) else { continue }
            nameConstraints.append(constraints)
            for (lower, certificate) in chain[..<position].enumerated() {
                for kind in nameCheck.defects(of: certificate, isTarget: false, under: constraints) {
                    found.append(kind)
                    defects.append(PathDefect(kind, at: lower))
                }
            }
        }
        isCutShort = found.leaveNameConstraintsOpen
    }
}

extension [PathDefect.Kind] {
    /// Whether names were left unchecked and nothing is known that breaks a constraint anyway.
    var leaveNameConstraintsOpen: Bool {
        contains(.nameConstraintsNotChecked) && allSatisfy { $0 == .nameConstraintsNotChecked }
    }
}

extension PathValidation {
    /// Defects of one kind that are told one by one; the rest is counted.
    private static let mostTold = 10

    /// What is wrong with any certificate of a path, the target among them, in itself: 6.1.3 (a)(2) and, for
    /// issuers and the target alike, the critical extensions of 6.1.4 (o) and 6.1.5 (f).
    ///
    /// Beyond section 6, extKeyUsage of an issuer binds what is below it, as everybody but the RFC has it.
    static func basicProcessing(of certificate: Certificate, for party: RelyingParty) -> [PathDefect.Kind] {
        var defects: [PathDefect.Kind] = []
        for defect in certificate.encodingDefects { defects.append(.encoding(defect)) }
        if let notBefore = certificate.notBefore.instant, party.time < notBefore {
            defects.append(.notYetValid)
        }
        if let notAfter = certificate.notAfter.instant, party.time > notAfter { defects.append(.expired) }
        if let purposes = certificate.extendedKeyUsage, party.purpose != .any,
            !purposes.contains(party.purpose), !purposes.contains(.any)
        {
            defects.append(.purposeExcluded(party.purpose))
        }
        let unknown = criticalExtensionsNotUnderstood(in: certificate)
        for identifier in unknown.prefix(mostTold) {
            defects.append(.criticalExtensionNotUnderstood(identifier))
        }
        if unknown.count > mostTold { defects.append(.furtherCriticalExtensions(unknown.count - mostTold)) }
        return defects
    }

    /// The critical extensions that nothing here reads (RFC 5280, 4.2).
    ///
    /// Microsoft's application policies say in other words what extKeyUsage says: beside it they are
    /// understood.
    static func criticalExtensionsNotUnderstood(in certificate: Certificate) -> [ObjectIdentifier] {
        var found: [ObjectIdentifier] = []
        let extensions = certificate.extensions
        for place in extensions.indices where extensions[place].isCritical {
            let identifier = extensions[place].identifier
            if isUnderstood(identifier) { continue }
            if identifier == Identifier.applicationPolicies, certificate.extendedKeyUsage != nil { continue }
            found.append(identifier)
        }
        return found
    }

    /// What keeps a certificate from issuing the one below it (6.1.4 (k) to (n)); `below` counts the issuers
    /// under it that are not self-issued.
    static func prepareForNextCertificate(after certificate: Certificate, below: Int) -> [PathDefect.Kind] {
        var defects: [PathDefect.Kind] = []
        switch certificate.basicConstraints {
        case .authority(let maximum):
            if let maximum, below > maximum { defects.append(.pathLengthExceeded(maximum: maximum)) }
        case .notAuthority, nil: defects.append(.notAuthority)
        }
        if let usage = certificate.keyUsage, !usage.contains(.keyCertSign) {
            defects.append(.keyCertSignMissing)
        }
        return defects
    }

    /// What keeps the target from its purpose (6.1.5), nil where nothing does.
    ///
    /// That is a keyUsage which leaves the purpose nothing to do with the key (4.2.1.3 and 4.2.1.12). An
    /// authority's certificate whose key may sign certificates is not asked for more, here as at its peers:
    /// that it is an authority's is a finding of its own.
    static func wrapUp(_ target: Certificate, for purpose: KeyPurpose) -> PathDefect.Kind? {
        guard let usage = target.keyUsage, usage.forbids(purpose) else { return nil }
        return target.isAuthority && usage.contains(.keyCertSign) ? nil : .keyUsageExcluded(purpose)
    }

    private typealias Identifier = CertificateExtension.Identifier

    private static func isUnderstood(_ identifier: ObjectIdentifier) -> Bool {
        switch identifier {
        case Identifier.keyUsage, Identifier.basicConstraints, Identifier.extKeyUsage,
            Identifier.subjectAltName, Identifier.issuerAltName, Identifier.nameConstraints,
            Identifier.subjectKeyIdentifier, Identifier.authorityKeyIdentifier,
            Identifier.cRLDistributionPoints, Identifier.certificatePolicies, Identifier.policyMappings,
            Identifier.policyConstraints, Identifier.inhibitAnyPolicy, Identifier.authorityInfoAccess:
            true
        default: false
        }
    }
}

/// Who asks whether a path is good, for what and when (RFC 5280, 3.1).
public struct RelyingParty: Sendable, Hashable {
    /// The instant at which the path must be good, to the second.
    public var time: Instant
    /// The purpose for which the target shall serve.
    ///
    /// ``KeyPurpose/any`` asks for none in particular.
    public var purpose: KeyPurpose
    /// What is asked of certificate policies.
    public var policy: PolicyInputs

    /// Makes a relying party.
    public init(
        time: Instant,
        purpose: KeyPurpose = .serverAuthentication,
        policy: PolicyInputs = PolicyInputs()
    ) {
        self.time = time.wholeSecond
        self.purpose = purpose
        self.policy = policy
    }
}
