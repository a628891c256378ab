/// Judges the issuers of one way upwards by RFC 5280, section 6.1, as far as that does not depend on the target.
struct PathEvaluation {
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
                judgeAnchor(certificate, at: position, party: party)
            } else {
                for kind in PathRequirements.defects(of: certificate, for: party)
                    + PathRequirements.issuerDefects(of: certificate, below: below)
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
    private mutating func judgeAnchor(_ certificate: Certificate, at position: Int, party: RelyingParty) {
        for kind in PathRequirements.defects(of: certificate, for: party) {
            switch kind {
            case .notYetValid, .expired: defects.append(PathDefect(kind, at: position))
            default: break
            }
        }
    }

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
