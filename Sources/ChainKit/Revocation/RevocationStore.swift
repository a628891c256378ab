/// All revocation lists and responses at hand, found by the name of whoever signed them.
public struct RevocationStore: Sendable {
    /// How many lists there are.
    public let listCount: Int
    /// How many responses there are.
    public let responseCount: Int

    private let complete: [NameComparisonKey: [RevocationList]]
    private let deltas: [NameComparisonKey: [RevocationList]]

    /// Gathers lists; one that occurs twice counts once.
    public init(lists: [RevocationList] = []) {
        var seen: Set<SHA256Digest> = []
        let different = lists.filter { seen.insert($0.sha256).inserted }
        listCount = different.count
        responseCount = 0
        // The newest first: what it covers no older list is asked for. Never by the order of the files.
        let sorted = different.sorted { one, other in
            let times = (one.thisUpdate.instant, other.thisUpdate.instant)
            guard let first = times.0, let second = times.1, first != second else {
                return one.sha256 < other.sha256
            }
            return first > second
        }
        complete = Dictionary(grouping: sorted.filter { !$0.isDelta }) { NameComparisonKey($0.issuer) }
        deltas = Dictionary(grouping: sorted.filter(\.isDelta)) { NameComparisonKey($0.issuer) }
    }

    /// Whether there is nothing to check against.
    public var isEmpty: Bool { listCount + responseCount == 0 }

    /// The complete lists of an issuer, the newest first.
    func completeLists(of issuer: DistinguishedName) -> [RevocationList] {
        complete[NameComparisonKey(issuer)] ?? []
    }

    /// The delta lists of an issuer, the newest first.
    func deltaLists(of issuer: DistinguishedName) -> [RevocationList] {
        deltas[NameComparisonKey(issuer)] ?? []
    }
}
