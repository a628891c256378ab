/// What an offer amounts to.
public enum OfferVerdict: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing speaks against it.
    case buy
    /// Something must be seen to first, or will end early.
    case buyWithConditions = "buy-with-conditions"
    /// What comes of it would not be accepted, or no CA would issue it.
    case doNotBuy = "do-not-buy"

    /// Sums up findings; what could not be decided is a condition.
    init(_ findings: some Sequence<OfferFinding>, isUndetermined: Bool = false) {
        let worst = findings.map(\.severity).max() ?? .note
        self =
            switch worst {
            case .error: .doNotBuy
            case .warning: .buyWithConditions
            case .note: isUndetermined ? .buyWithConditions : .buy
            }
    }

    /// The better is less.
    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    /// The verdict in words.
    public var words: String {
        switch self {
        case .buy: "BUY"
        case .buyWithConditions: "BUY WITH CONDITIONS"
        case .doNotBuy: "DO NOT BUY"
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
