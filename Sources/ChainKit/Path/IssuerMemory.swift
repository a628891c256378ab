import OpenSSLBridge

/// What a worker has found out about the issuers and the keys of targets, and finds again without a lock.
///
/// Thousands of targets have the same few issuers. Where every worker asks one table for them, the processors hand its lock and
/// its counters to each other for every target.
/// Belongs to one worker at a time, and to one ``PathBuilder``.
final class IssuerMemory {
    /// What a certificate says of who issued it.
    struct Claim: Hashable {
        let issuer: DistinguishedName
        let keyIdentifier: [UInt8]?

        func hash(into hasher: inout Hasher) {
            hasher.combine(issuer)
            keyIdentifier?.withUnsafeBytes { hasher.combine(bytes: $0) }
        }

        static func == (one: Claim, other: Claim) -> Bool {
            guard one.issuer == other.issuer else { return false }
            // `==` of arrays compares one octet at a time.
            switch (one.keyIdentifier, other.keyIdentifier) {
            case (let one?, let other?): return OctetSearch.areSame(one, other)
            case (nil, nil): return true
            default: return false
            }
        }
    }

    /// Past it all are forgotten and begun anew, so that a hostile folder does not fill the memory.
    private static let most = 4_096

    private var named: [Claim: NamedIssuers] = [:]
    private var usableKeys: [SHA256Digest: Bool] = [:]
    private var constraints: [SHA256Digest: PreparedNameConstraints] = [:]
    private var bases = 0

    /// Bases of name constraints kept ready, of all authorities together: a certificate can hold 40,000.
    private static let mostBases = 1 << 17

    /// The name constraints that an authority makes, nil where it makes none.
    ///
    /// Each path under the authority asks for them, and to prepare 40,000 takes a tenth of a second.
    func nameConstraints(of authority: Certificate) -> PreparedNameConstraints? {
        if let known = constraints[authority.sha256] { return known }
        guard let made = authority.nameConstraints.map(PreparedNameConstraints.init) else { return nil }
        bases += made.count
        if bases > Self.mostBases {
            constraints.removeAll()
            bases = made.count
        }
        constraints[authority.sha256] = made
        return made
    }

    func named(_ claim: Claim) -> NamedIssuers? { named[claim] }

    func remember(_ issuers: NamedIssuers, for claim: Claim) {
        if named.count >= Self.most { named.removeAll(keepingCapacity: true) }
        named[claim] = issuers
    }

    /// Whether the key with a digest decodes, nil where that was not asked lately.
    ///
    /// Targets seldom share keys: it is for renewals with the same one.
    func isUsable(_ key: SHA256Digest) -> Bool? { usableKeys[key] }

    func remember(_ isUsable: Bool, of key: SHA256Digest) {
        if usableKeys.count >= Self.most { usableKeys.removeAll(keepingCapacity: true) }
        usableKeys[key] = isUsable
    }
}
