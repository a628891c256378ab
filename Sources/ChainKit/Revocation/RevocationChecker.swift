import OpenSSLBridge

/// Says which certificates of a path were revoked, by lists and responses at hand (RFC 5280, 6.3; RFC 6960).
///
/// Nothing is fetched. A list's own signer may be another certificate than the path's issuer; it must then have a
/// path of its own to the same anchor, which the builder finds.
package final class RevocationChecker: Sendable {
    /// What becomes of a path where revocation of a certificate cannot be told.
    package enum Demand: Sendable, Hashable {
        /// It is a defect: the path is not trusted.
        case everyCertificate
        /// It is a note.
        case whatIsKnown
    }

    let store: RevocationStore
    let builder: PathBuilder
    private let budget: RevocationBudget
    private let signatures = Locked<[Link: PublicKey.SignatureResult]>([:])
    private let issuers = Locked<[Place: RevocationStatus]>([:])

    private struct Link: Hashable {
        let object: SHA256Digest
        let key: SHA256Digest
    }

    private struct Place: Hashable {
        let certificate: SHA256Digest
        let above: [SHA256Digest]
    }

    /// Makes a checker; the builder's relying party says at which instant lists must hold.
    package init(
        store: RevocationStore,
        builder: PathBuilder,
        budget: RevocationBudget = RevocationBudget()
    ) {
        self.budget = budget
        self.store = store
        self.builder = builder
    }

    /// The status of each certificate of a path, the target first; the trust anchor has none.
    package func statuses(of path: CertificationPath) -> [RevocationStatus] {
        statuses(of: path, pending: [], work: RevocationWork(budget))
    }

    /// The search with what is known of revocation among the defects of every attempt, ranked anew.
    ///
    /// A certificate that one path shows to be revoked is revoked on all of them.
    package func apply(to search: PathSearch, demand: Demand = .everyCertificate) -> PathSearch {
        let answers = search.attempts.map { statuses(of: $0.path) }
        var revoked: [SHA256Digest: RevocationStatus] = [:]
        for (attempt, statuses) in zip(search.attempts, answers) {
            for (certificate, status) in zip(attempt.path.certificates, statuses) {
                if case .revoked = status { revoked[certificate.sha256] = status }
            }
        }
        let attempts = zip(search.attempts, answers).map { attempt, statuses in
            var findings = RevocationFindings(attempt)
            for (position, status) in statuses.enumerated() {
                let digest = attempt.path.certificates[position].sha256
                findings.add(revoked[digest] ?? status, at: position, demand: demand)
            }
            return findings.attempt
        }
        return PathSearch(
            attempts: PathRanking.sorted(attempts),
            limitMet: search.limitMet,
            budget: search.budget
        )
    }

    /// `pending` are the certificates whose status is being worked out: a list cannot vouch for its own signer.
    func statuses(
        of path: CertificationPath,
        pending: Set<SHA256Digest>,
        work: RevocationWork
    ) -> [RevocationStatus] {
        let count = path.certificates.count - (path.anchor == nil ? 0 : 1)
        return (0..<max(0, count)).map { position in
            let question = RevocationQuestion(
                path: path,
                position: position,
                pending: pending,
                work: work
            )
            // Targets are seen once; issuers are asked about again for every target below them.
            guard position > 0, pending.isEmpty else { return answer(question) }
            let digests = path.certificates[position...].map(\.sha256)
            let place = Place(certificate: digests[0], above: Array(digests.dropFirst()))
            if let known = issuers.withLock({ $0[place] }) { return known }
            let status = answer(question)
            // What a spent budget left open may be answered another time.
            if !work.isExhausted { issuers.withLock { $0[place] = status } }
            return status
        }
    }

    /// Lists and responses together: whoever says revoked is believed, then whoever says good.
    private func answer(_ question: RevocationQuestion) -> RevocationStatus {
        let response = OCSPSearch(question, checker: self).run()
        if let response, case .revoked = response { return response }
        var search = RevocationListSearch(question, checker: self)
        let list = search.run()
        switch (list, response) {
        case (.revoked, _), (.good, _), (_, nil): return list
        case (.unknown, .good?): return .good
        case (.unknown(.noList), let response?), (.unknown(.outOfScope), let response?): return response
        // Neither is it revoked then, nor good: the issuer's records hold no such certificate.
        case (.unknown, .unknown(.responderKnowsNothing)?): return .unknown(.responderKnowsNothing)
        case (.unknown, _): return list
        }
    }

    /// Whether a certificate's key signed a list or response; remembered.
    func signature(on object: some SignedObject, _ identity: SHA256Digest, by signer: Certificate)
        -> PublicKey.SignatureResult
    {
        let link = Link(object: identity, key: signer.publicKey.sha256)
        if let known = signatures.withLock({ $0[link] }) { return known }
        let result = builder.signature(on: object, by: signer)
        signatures.withLock { $0[link] = result }
        return result
    }
}

/// How much work it may cost to say whether the certificates of one path were revoked.
///
/// Lists can name signers whose own lists name further signers: whoever makes them could make that go on for ever. Where
/// the budget ends, the answer is "unknown" and says why.
package struct RevocationBudget: Sendable, Hashable {
    /// Certificates looked at as signers of lists.
    ///
    /// A real path needs one a certificate; the largest shared lists have some dozen candidates.
    package var signers = 200
    /// Searches for the own paths of signers that stand outside the path.
    package var signerPaths = 20

    /// The default limits.
    package init() {}
}

/// What is left of a budget while one path is looked at.
final class RevocationWork {
    private var left: RevocationBudget
    private(set) var isExhausted = false

    init(_ budget: RevocationBudget) { left = budget }

    func takeSigner() -> Bool { take(&left.signers) }
    func takeSignerPath() -> Bool { take(&left.signerPaths) }

    private func take(_ number: inout Int) -> Bool {
        guard number > 0 else {
            isExhausted = true
            return false
        }
        number -= 1
        return true
    }
}

/// Whether one certificate of a path was revoked: what is asked.
struct RevocationQuestion {
    let path: CertificationPath
    let position: Int
    /// Certificates whose status is being worked out and that this answer must not rest on.
    let pending: Set<SHA256Digest>
    let work: RevocationWork

    var certificate: Certificate { path.certificates[position] }
    /// The certificates above the one in question, its issuer first.
    var above: ArraySlice<Certificate> { path.certificates[(position + 1)...] }
}

/// What lists and responses say of one certificate.
package enum RevocationStatus: Sendable, Hashable {
    /// Not revoked for any reason.
    case good
    /// Revoked; nil where the list does not say why or since when.
    case revoked(reason: RevocationReason?, since: Instant?)
    /// Nothing can be said.
    case unknown(RevocationDoubt)
}

/// Why a certificate was revoked: the numbers of CRLReason (RFC 5280, 5.3.1).
public enum RevocationReason: Int, Sendable, Hashable, CaseIterable {
    case unspecified = 0
    case keyCompromise = 1
    case cACompromise = 2
    case affiliationChanged = 3
    case superseded = 4
    case cessationOfOperation = 5
    case certificateHold = 6
    /// In a delta list only: what the base list says no longer holds.
    case removeFromCRL = 8
    case privilegeWithdrawn = 9
    case aACompromise = 10

    /// The standard's name.
    public var name: String { String(describing: self) }
}
