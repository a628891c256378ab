import OpenSSLBridge

/// What conformance rules find in issuers, worked out once an issuer: a few authorities stand above a whole folder.
///
/// Belongs to one worker at a time.
final class IssuerFindings {
    /// The findings on one issuer, by the id of their rule.
    typealias ByRule = [String: [Finding]]

    /// Issuers kept; past it all are worked out anew, so that a hostile folder does not fill the memory.
    private static let most = 10_000
    private static let rules = RuleRegistry.ofConformance

    private var known: [SHA256Digest: ByRule] = [:]

    /// The findings on each issuer of a way that has any, in the order of the way.
    func findings(above attempt: PathAttempt?) -> [ByRule] {
        guard let attempt else { return [] }
        var found: [ByRule] = []
        for issuer in attempt.intermediates {
            let byRule = findings(on: issuer)
            if !byRule.isEmpty { found.append(byRule) }
        }
        return found
    }

    private func findings(on issuer: Certificate) -> ByRule {
        if let known = known[issuer.sha256] { return known }
        var byRule: ByRule = [:]
        for rule in Self.rules {
            let findings = rule.init().findings(on: issuer)
            if !findings.isEmpty { byRule[rule.metadata.id] = findings }
        }
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[issuer.sha256] = byRule
        return byRule
    }
}
