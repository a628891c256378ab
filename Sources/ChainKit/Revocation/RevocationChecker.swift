import OpenSSLBridge
import Synchronization

/// Says which certificates of a path were revoked, by lists and responses at hand (RFC 5280, 6.3; RFC 6960).
///
/// Nothing is fetched. A list's own signer may be another certificate than the path's issuer; it must then have a
/// path of its own to the same anchor, which the builder finds.
public final class RevocationChecker: Sendable {
    /// What becomes of a path where revocation of a certificate cannot be told.
    public enum Demand: Sendable, Hashable {
        /// It is a defect: the path is not trusted.
        case everyCertificate
        /// It is a note.
        case whatIsKnown
    }

    let store: RevocationStore
    let builder: PathBuilder
    private let signatures = Mutex<[Link: PublicKey.SignatureResult]>([:])
    private let issuers = Mutex<[Place: RevocationStatus]>([:])

    private struct Link: Hashable {
        let object: SHA256Digest
        let key: SHA256Digest
    }

    private struct Place: Hashable {
        let certificate: SHA256Digest
        let above: [SHA256Digest]
    }

    /// Makes a checker; the builder's relying party says at which instant lists must hold.
    public init(store: RevocationStore, builder: PathBuilder) {
        self.store = store
        self.builder = builder
    }

    /// The status of each certificate of a path, the target first; the trust anchor has none.
    public func statuses(of path: CertificationPath) -> [RevocationStatus] {
        statuses(of: path, pending: [])
    }

    /// The search with what is known of revocation among the defects of every attempt, ranked anew.
    public func apply(to search: PathSearch, demand: Demand = .everyCertificate) -> PathSearch {
        let attempts = search.attempts.map { attempt in
            var defects = attempt.defects
            var notes = attempt.notes
            for (position, status) in statuses(of: attempt.path).enumerated() {
                switch (status, demand) {
                case (.good, _): break
                case (.revoked(let reason, let since), _):
                    defects.append(PathDefect(.revoked(reason: reason?.name, since: since), at: position))
                case (.unknown(let why), .everyCertificate):
                    defects.append(PathDefect(.revocationUnknown(why), at: position))
                case (.unknown(let why), .whatIsKnown):
                    notes.append(.revocationUnknown(at: position, why))
                }
            }
            // A way that ends without an anchor is told by its last defect, which must stay the last.
            let end = attempt.path.anchor == nil ? attempt.defects.last : nil
            if let end, defects.count > attempt.defects.count {
                defects.remove(at: attempt.defects.count - 1)
                defects.append(end)
            }
            return PathAttempt(path: attempt.path, defects: defects, notes: notes)
        }
        return PathSearch(attempts: PathRanking.sorted(attempts), limitMet: search.limitMet)
    }

    /// `pending` are the certificates whose status is being worked out: a list cannot vouch for its own signer.
    func statuses(of path: CertificationPath, pending: Set<SHA256Digest>) -> [RevocationStatus] {
        let count = path.certificates.count - (path.anchor == nil ? 0 : 1)
        return (0..<max(0, count)).map { position in
            let question = RevocationQuestion(path: path, position: position, pending: pending)
            // Targets are seen once; issuers are asked about again for every target below them.
            guard position > 0, pending.isEmpty else { return answer(question) }
            let digests = path.certificates[position...].map(\.sha256)
            let place = Place(certificate: digests[0], above: Array(digests.dropFirst()))
            if let known = issuers.withLock({ $0[place] }) { return known }
            let status = answer(question)
            issuers.withLock { $0[place] = status }
            return status
        }
    }

    private func answer(_ question: RevocationQuestion) -> RevocationStatus {
        var search = RevocationListSearch(question, checker: self)
        return search.run()
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

/// Whether one certificate of a path was revoked: what is asked.
struct RevocationQuestion {
    let path: CertificationPath
    let position: Int
    /// Certificates whose status is being worked out and that this answer must not rest on.
    let pending: Set<SHA256Digest>

    var certificate: Certificate { path.certificates[position] }
    /// The certificates above the one in question, its issuer first.
    var above: ArraySlice<Certificate> { path.certificates[(position + 1)...] }
}
