/// What an offer amounts to, and why.
public struct Vetting: Sendable {
    /// The offer.
    public let offer: Offer
    /// What was found in what is asked for, gravest first.
    public let requestFindings: [OfferFinding]
    /// What would come of it from each issuer that may be meant, the best first; empty where none was named.
    public let issuances: [Issuance]
    /// What changes when the best of them comes, nil without an inventory.
    public let installation: OfferInstallation?

    /// The answer.
    ///
    /// Where some of several issuers that serve TLS would do and others would not, which of them it will be is a
    /// condition.
    public var verdict: OfferVerdict {
        let request = OfferVerdict(requestFindings)
        guard let best = issuances.first else { return max(request, .buyWithConditions) }
        return isOpen ? max(best.verdict, .buyWithConditions) : best.verdict
    }

    /// The issuers that serve TLS at all; all of them where none does.
    var ofServers: [Issuance] {
        let found = issuances.filter(\.isOfServers)
        return found.isEmpty ? issuances : found
    }

    /// Whether some of the issuers that may be meant would do and others would not.
    var isOpen: Bool {
        let verdicts = Set(ofServers.map { $0.verdict == .doNotBuy })
        return verdicts.count > 1
    }

    /// What decides: the findings of the gravest severity, of the request and of the best issuer.
    public var reasons: [OfferFinding] {
        let found = (requestFindings + (issuances.first?.findings ?? [])).gravestFirst
        let severity: Severity = verdict == .doNotBuy ? .error : .warning
        return found.filter { $0.severity == severity }
    }

    /// Every policy that a finding rests on, in the order of the findings.
    public var policy: [PolicySource] {
        var seen: Set<PolicySource> = []
        return (requestFindings + issuances.flatMap(\.findings)).flatMap(\.policy).filter {
            seen.insert($0).inserted
        }
    }
}
