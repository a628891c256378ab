/// What a search for certification paths found.
public struct PathSearch: Sendable, Hashable {
    /// Every way that was tried, the best first: trusted, then fewest notes, then shortest; then, among those that
    /// are not trusted, the one that got furthest.
    public let attempts: [PathAttempt]
    /// The limit of the budget that ended the search early, nil where it ran to its end.
    public let limitMet: PathBudget.Limit?
    /// The budget that the search had.
    public let budget: PathBudget

    /// The way that a relying party would be glad of, nil where no way is trusted.
    public let trusted: PathAttempt?

    /// Whether nothing can be said: no trusted way was found, and the search was cut short or met what it could not
    /// verify.
    public let isUndetermined: Bool

    init(attempts: [PathAttempt], limitMet: PathBudget.Limit?, budget: PathBudget) {
        self.attempts = attempts
        self.limitMet = limitMet
        self.budget = budget
        trusted = attempts.first.flatMap { $0.isTrusted ? $0 : nil }
        isUndetermined = trusted == nil && (limitMet != nil || attempts.contains(where: \.isNotVerifiable))
    }

    /// The limit that ended the search early with its number, such as "100 signatures to check"; nil where it ran to its
    /// end.
    public var limitInWords: String? { limitMet.map { "\(budget[$0]) \($0.words)" } }

    /// The best way, trusted or not.
    ///
    /// A search always has one.
    public var best: PathAttempt? { attempts.first }
}

extension PathAttempt {
    /// Whether it leads to an anchor and nothing speaks against it but what could not be verified.
    var isNotVerifiable: Bool {
        path.anchor != nil
            && defects.allSatisfy {
                switch $0.kind {
                case .signatureNotVerifiable, .signatureNotChecked, .nameConstraintsNotChecked,
                    .policiesNotChecked:
                    true
                default: $0.concernsTargetAlone
                }
            }
    }
}
