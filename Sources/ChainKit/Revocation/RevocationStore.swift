/// All revocation lists and responses at hand, found by the name of whoever signed them.
public struct RevocationStore: Sendable {
    /// How many lists there are.
    public let listCount: Int
    /// How many responses there are.
    public let responseCount: Int

    private let complete: [NameComparisonKey: [RevocationList]]
    private let deltas: [NameComparisonKey: [RevocationList]]

    private let responses: [SerialNumber: [OCSPResponse]]

    /// Gathers lists and responses; one that occurs twice counts once.
    public init(lists: [RevocationList] = [], responses: [OCSPResponse] = []) {
        var seen: Set<SHA256Digest> = []
        let different = lists.filter { seen.insert($0.sha256).inserted }
        listCount = different.count
        // The newest first: what it covers no older list is asked for. Never by the order of the files.
        let sorted = different.sorted { one, other in
            let times = (one.thisUpdate.instant, other.thisUpdate.instant)
            guard let first = times.0, let second = times.1, first != second else {
                return one.sha256 < other.sha256
            }
            return first > second
        }
        let answers = responses.filter { seen.insert($0.sha256).inserted }.sorted { $0.sha256 < $1.sha256 }
        responseCount = answers.count
        var bySerial: [SerialNumber: [OCSPResponse]] = [:]
        for response in answers {
            for serial in Set(response.singles.map(\.identity.serialNumber)) {
                bySerial[serial, default: []].append(response)
            }
        }
        self.responses = bySerial
        complete = Dictionary(grouping: sorted.filter { !$0.isDelta }) { NameComparisonKey($0.issuer) }
        deltas = Dictionary(grouping: sorted.filter(\.isDelta)) { NameComparisonKey($0.issuer) }
    }

    /// Whether there is nothing to check against.
    public var isEmpty: Bool { listCount + responseCount == 0 }

    /// What responses say of a certificate below an issuer.
    func responses(for certificate: Certificate, issuer: Certificate)
        -> [(response: OCSPResponse, single: OCSPResponse.Single)]
    {
        guard let found = responses[certificate.serialNumber] else { return [] }
        let identities = [OCSPIdentity.Hash.sha1, .sha256].compactMap {
            OCSPIdentity(certificate, issuer: issuer, $0)
        }
        return found.flatMap { response in
            response.singles.filter { identities.contains($0.identity) }
                .map { (response: response, single: $0) }
        }
    }

    /// The complete lists of an issuer, the newest first.
    func completeLists(of issuer: DistinguishedName) -> [RevocationList] {
        complete[NameComparisonKey(issuer)] ?? []
    }

    /// The delta lists of an issuer, the newest first.
    func deltaLists(of issuer: DistinguishedName) -> [RevocationList] {
        deltas[NameComparisonKey(issuer)] ?? []
    }
}

/// An attempt to which what is known of revocation is added.
struct RevocationFindings {
    private let path: CertificationPath
    private var defects: [PathDefect]
    private var notes: [PathNote]
    /// A way without an anchor is told by its last defect, which must stay the last.
    private let end: PathDefect?

    init(_ attempt: PathAttempt) {
        path = attempt.path
        defects = attempt.defects
        notes = attempt.notes
        end = attempt.path.anchor == nil ? defects.popLast() : nil
    }

    mutating func add(_ status: RevocationStatus, at position: Int, demand: RevocationChecker.Demand) {
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

    var attempt: PathAttempt {
        PathAttempt(path: path, defects: defects + (end.map { [$0] } ?? []), notes: notes)
    }
}
