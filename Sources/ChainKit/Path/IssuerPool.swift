import Octets
import OpenSSLBridge
import Synchronization

/// The certificates at hand that may have issued others, found by subject.
public struct IssuerPool: Sendable {
    private let byName: [NameComparisonKey: [Certificate]]
    /// The same lists by the subject's very octets, which is how nearly every look-up hits.
    private let byEncoding: [[UInt8]: [Certificate]]
    private let outside: Set<SHA256Digest>

    /// Gathers certificates from the folder under audit and from outside it; a certificate in both counts as inside.
    public init(_ inside: some Sequence<Certificate>, outside others: some Sequence<Certificate> = []) {
        var byName: [NameComparisonKey: [Certificate]] = [:]
        var seen: Set<SHA256Digest> = []
        var outside: Set<SHA256Digest> = []
        for certificate in inside where seen.insert(certificate.sha256).inserted {
            byName[NameComparisonKey(certificate.subject), default: []].append(certificate)
        }
        for certificate in others where seen.insert(certificate.sha256).inserted {
            outside.insert(certificate.sha256)
            byName[NameComparisonKey(certificate.subject), default: []].append(certificate)
        }
        // The order in which files were read must not decide anything.
        self.byName = byName.mapValues { $0.sorted { $0.sha256 < $1.sha256 } }
        var byEncoding: [[UInt8]: [Certificate]] = [:]
        for group in self.byName.values {
            for certificate in group { byEncoding[certificate.subject.der] = group }
        }
        self.byEncoding = byEncoding
        self.outside = outside
    }

    /// Every certificate whose subject is this name.
    func certificates(named name: DistinguishedName) -> [Certificate] {
        if let group = byEncoding[name.der] { return group }
        return byName[NameComparisonKey(name)] ?? []
    }

    func isOutside(_ certificate: Certificate) -> Bool {
        !outside.isEmpty && outside.contains(certificate.sha256)
    }
}

/// Who may have issued a certificate: trust anchors and certificates at hand, in the order in which they are tried.
final class IssuerTable: Sendable {
    /// One possible issuer; with its anchor where it is one, and what lies above it once that is known.
    final class Candidate: Sendable {
        let certificate: Certificate
        let anchor: TrustAnchor?
        let upward = AtomicLazyReference<UpwardPaths>()

        init(certificate: Certificate, anchor: TrustAnchor?) {
            self.certificate = certificate
            self.anchor = anchor
        }
    }

    private let anchors: any TrustAnchorSource
    private let pool: IssuerPool
    private let candidatesByName = Locked<[DistinguishedName: [Candidate]]>([:])

    init(anchors: any TrustAnchorSource, pool: IssuerPool) {
        self.anchors = anchors
        self.pool = pool
    }

    func isOutside(_ certificate: Certificate) -> Bool { pool.isOutside(certificate) }

    /// The anchor that is exactly the certificate.
    func anchor(for certificate: Certificate) -> TrustAnchor? { anchors.anchor(for: certificate) }

    /// The certificate as a candidate, with the anchor that it is.
    func candidate(_ certificate: Certificate) -> Candidate {
        Candidate(certificate: certificate, anchor: anchor(for: certificate))
    }

    /// Every certificate of the issuer's name.
    ///
    /// The key identifier is a preference and never a filter: CAs have re-issued certificates with another
    /// one. Only where no signature is checked does it decide (``NamedIssuers``).
    func candidates(for certificate: Certificate) -> [Candidate] {
        let candidates = candidates(named: certificate.issuer)
        guard candidates.count > 1, let wanted = certificate.authorityKeyIdentifier else { return candidates }
        var preferred: [Candidate] = []
        var others: [Candidate] = []
        for candidate in candidates {
            if candidate.certificate.subjectKeyIdentifier == wanted {
                preferred.append(candidate)
            } else {
                others.append(candidate)
            }
        }
        return preferred + others
    }

    /// Who issued a certificate as far as names and key identifiers tell.
    ///
    /// Worked out once for all that say the same of their issuer. Not for what is an issuer of that name itself, as
    /// every self-issued certificate may be: it is none of the others.
    func named(for certificate: Certificate, in memory: IssuerMemory) -> NamedIssuers {
        guard !certificate.isSelfIssued else {
            return NamedIssuers(of: certificate, among: candidates(for: certificate))
        }
        let claim = IssuerMemory.Claim(
            issuer: certificate.issuer,
            keyIdentifier: certificate.authorityKeyIdentifier
        )
        if let known = memory.named(claim, in: self),
            !known.others.contains(where: { $0.certificate == certificate })
        {
            return known
        }
        let candidates = candidates(for: certificate)
        let found = NamedIssuers(of: certificate, among: candidates)
        if !candidates.contains(where: { $0.certificate == certificate }) {
            memory.remember(found, for: claim)
        }
        return found
    }

    /// Every certificate of a name, trust anchors first.
    func certificates(named name: DistinguishedName) -> [Certificate] {
        candidates(named: name).map(\.certificate)
    }

    private func candidates(named name: DistinguishedName) -> [Candidate] {
        if let known = candidatesByName.withLock({ $0[name] }) { return known }
        var candidates = anchors.anchors(named: name).sorted { $0.certificate.sha256 < $1.certificate.sha256 }
            .map { Candidate(certificate: $0.certificate, anchor: $0) }
        let known = Set(candidates.map(\.certificate.sha256))
        candidates += nearestFirst(pool.certificates(named: name).filter { !known.contains($0.sha256) })
            .map(candidate)
        candidatesByName.withLock { names in
            // A folder of a million self-signed certificates has a million issuer names that nobody asks for again.
            if names.count >= Self.mostNames { names.removeAll(keepingCapacity: true) }
            names[name] = candidates
        }
        return candidates
    }

    /// Those whose issuer's name is an anchor's come first: among thousands of one name, made to lead astray, the way
    /// that ends at once is found within any budget.
    private func nearestFirst(_ certificates: [Certificate]) -> [Certificate] {
        guard certificates.count > 1 else { return certificates }
        var isAnchors: [DistinguishedName: Bool] = [:]
        var near: [Certificate] = []
        var far: [Certificate] = []
        for certificate in certificates {
            let issuer = certificate.issuer
            let isNear = isAnchors[issuer] ?? !anchors.anchors(named: issuer).isEmpty
            isAnchors[issuer] = isNear
            if isNear { near.append(certificate) } else { far.append(certificate) }
        }
        return near + far
    }

    private static let mostNames = 10_000
}

/// Who issued a certificate as far as names and key identifiers tell: all that there is to go by where no signature is
/// checked.
struct NamedIssuers {
    /// Whether it says that it signed itself.
    let includesItself: Bool
    /// The others.
    let others: [IssuerTable.Candidate]

    /// `candidates` are those of the issuer's name.
    ///
    /// Where one has the key identifier that the certificate names, only those with that one's key count: a CA may have
    /// re-issued its own certificate with another identifier, but a signature is one key's. A self-issued certificate
    /// whose identifiers do not tell may be self-signed or not, and both are followed.
    init(of certificate: Certificate, among candidates: [IssuerTable.Candidate]) {
        let others = candidates.filter { $0.certificate != certificate }
        guard let wanted = certificate.authorityKeyIdentifier else {
            includesItself = certificate.isSelfIssued
            self.others = others
            return
        }
        let own = certificate.subjectKeyIdentifier
        includesItself = certificate.isSelfIssued && (own == nil || own == wanted)
        let keys = Set(
            others.filter { $0.certificate.subjectKeyIdentifier == wanted }
                .map(\.certificate.publicKey.sha256)
        )
        self.others =
            if includesItself, own != nil { [] } else if keys.isEmpty { others } else {
                others.filter { keys.contains($0.certificate.publicKey.sha256) }
            }
    }
}

/// What a worker has found out about the issuers and the keys of targets, and finds again without a lock.
///
/// Thousands of targets have the same few issuers. Where every worker asks one table for them, the processors hand its lock and
/// its counters to each other for every target.
/// Belongs to one worker at a time, who may work for one ``PathBuilder`` after another.
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
    /// Whose answers ``named`` holds.
    private var table: IssuerTable?
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

    /// What a table has answered lately, nil where it was not asked; what another one did is forgotten.
    func named(_ claim: Claim, in table: IssuerTable) -> NamedIssuers? {
        if self.table !== table {
            self.table = table
            named.removeAll(keepingCapacity: true)
        }
        return named[claim]
    }

    /// Keeps what the table has answered that was asked last.
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
