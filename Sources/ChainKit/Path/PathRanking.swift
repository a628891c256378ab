/// The order of attempts: what a person should be shown first.
enum PathRanking {
    static func sorted(_ attempts: [PathAttempt]) -> [PathAttempt] {
        guard attempts.count > 1 else { return attempts }
        return attempts.map(Rank.init).sorted { $0.precedes($1) }.map(\.attempt)
    }

    private struct Rank {
        let attempt: PathAttempt
        private let failure: Int
        private let defects: Int
        private let notes: Int

        init(_ attempt: PathAttempt) {
            self.attempt = attempt
            failure = Rank.failure(of: attempt)
            // Signatures that nobody checked count against no way: a longer one would look worse for having more.
            defects = attempt.defects.count {
                if case .signatureNotChecked = $0.kind { false } else { !$0.concernsTargetAlone }
            }
            notes = attempt.notes.count
        }

        private var length: Int { attempt.path.certificates.count }

        func precedes(_ other: Rank) -> Bool {
            let own = (failure, defects, notes, length)
            let others = (other.failure, other.defects, other.notes, other.length)
            guard own == others else { return own < others }
            // Alike in all else: the lower digest comes first, so that the order of input never shows.
            return attempt.path.certificates.lexicographicallyPrecedes(other.attempt.path.certificates) {
                $0.sha256 < $1.sha256
            }
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
