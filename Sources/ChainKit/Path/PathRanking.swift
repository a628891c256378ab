/// The order of attempts: what a person should be shown first.
enum PathRanking {
    static func sorted(_ attempts: [PathAttempt]) -> [PathAttempt] {
        guard attempts.count > 1 else { return attempts }
        return attempts.map { (attempt: $0, rank: Rank($0)) }.sorted { $0.rank < $1.rank }.map(\.attempt)
    }

    private struct Rank: Comparable {
        let failure: Int
        let defects: Int
        let notes: Int
        let length: Int
        /// Two ways that are alike in all else: the lower digest comes first, so that the order of input never shows.
        let digests: [SHA256Digest]

        init(_ attempt: PathAttempt) {
            failure = Rank.failure(of: attempt)
            // Signatures that nobody checked count against no way: a longer one would look worse for having more.
            defects = attempt.pathDefects.count { $0.kind != .signatureNotChecked }
            notes = attempt.notes.count
            length = attempt.path.certificates.count
            digests = attempt.path.certificates.map(\.sha256)
        }

        static func < (one: Rank, other: Rank) -> Bool {
            let first = (one.failure, one.defects, one.notes, one.length)
            let second = (other.failure, other.defects, other.notes, other.length)
            return first == second ? one.digests.lexicographicallyPrecedes(other.digests) : first < second
        }

        /// 0 for a trusted way; the nearer a way came to an anchor, the more it says about what to do.
        private static func failure(of attempt: PathAttempt) -> Int {
            if attempt.isTrusted { return 0 }
            if attempt.isNotVerifiable { return 1 }
            if attempt.path.anchor != nil { return 2 }
            let end = attempt.defects.last?.kind
            return switch end {
            case .selfSignedNotTrusted: 3
            case .issuerMissing: 4
            case .signatureInvalid: 5
            default: 6
            }
        }
    }
}
