/// What an offer amounts to, and why.
package struct Vetting: Sendable {
    /// The offer.
    package let offer: Offer
    /// What was found in what is asked for, gravest first.
    package let requestFindings: [OfferFinding]
    /// What would come of it from each issuer that may be meant, the best first; empty where none was named.
    package let issuances: [Issuance]

    /// The answer.
    ///
    /// Where some of several issuers that serve TLS would do and others would not, which of them it will be is a
    /// condition.
    package var verdict: OfferVerdict {
        let request = OfferVerdict(requestFindings)
        guard let best = issuances.first else { return max(request, .buyWithConditions) }
        return isOpen ? max(best.verdict, .buyWithConditions) : best.verdict
    }

    /// The issuers that serve TLS at all; all of them where none does.
    package var ofServers: [Issuance] {
        let found = issuances.filter(\.isOfServers)
        return found.isEmpty ? issuances : found
    }

    /// Whether some of the issuers that may be meant would do and others would not.
    package var isOpen: Bool {
        let verdicts = Set(ofServers.map { $0.verdict == .doNotBuy })
        return verdicts.count > 1
    }

    /// What decides: the findings of the gravest severity, of the request and of the best issuer.
    package var reasons: [OfferFinding] {
        let found = (requestFindings + (issuances.first?.findings ?? [])).gravestFirst
        let severity: Severity = verdict == .doNotBuy ? .error : .warning
        return found.filter { $0.severity == severity }
    }

    /// Every policy that a finding rests on, in the order of the findings.
    package var policy: [PolicySource] {
        var seen: Set<PolicySource> = []
        return (requestFindings + issuances.flatMap(\.findings)).flatMap(\.policy).filter {
            seen.insert($0).inserted
        }
    }
}

/// What an offer amounts to.
package enum OfferVerdict: String, Sendable, Hashable, Comparable, CaseIterable {
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
    package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    /// The verdict in words.
    package var words: String {
        switch self {
        case .buy: "BUY"
        case .buyWithConditions: "BUY WITH CONDITIONS"
        case .doNotBuy: "DO NOT BUY"
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What speaks against an offer, or is worth knowing of it.
package struct OfferFinding: Sendable, Hashable {
    /// The rule's stable name: of an offer, or of an audit of the certificate that would come of it.
    package let rule: String
    /// How grave it is.
    package let severity: Severity
    /// Whether it follows from what was given.
    package let assurance: Assurance
    /// How sure it is that it matters as the rule says.
    package let certainty: Certainty
    /// What was found, with the evidence; lower case, no full stop.
    ///
    /// Holds text from a request or a certificate as it stands there: escaping for a place is that place's business.
    package let message: String
    /// What to do about it.
    package let remedy: String
    /// The policy that it rests on, empty where it rests on none.
    package let policy: [PolicySource]
}

/// Whether a finding on an offer follows from what was given, or from what the CA will make of it.
package enum Assurance: String, Sendable, Hashable, CaseIterable {
    case certain
    case dependsOnCA = "depends-on-the-ca"

    /// The assurance in words.
    package var words: String {
        switch self {
        case .certain: "certain"
        case .dependsOnCA: "depends on the CA"
        }
    }
}
