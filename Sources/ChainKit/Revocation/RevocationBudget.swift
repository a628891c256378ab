/// How much work it may cost to say whether the certificates of one path were revoked.
///
/// Lists can name signers whose own lists name further signers: whoever makes them could make that go on for ever. Where
/// the budget ends, the answer is "unknown" and says why.
public struct RevocationBudget: Sendable, Hashable {
    /// Certificates looked at as signers of lists.
    ///
    /// A real path needs one a certificate; the largest shared lists have some dozen candidates.
    public var signers = 200
    /// Searches for the own paths of signers that stand outside the path.
    public var signerPaths = 20

    /// The default limits.
    public init() {}
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
