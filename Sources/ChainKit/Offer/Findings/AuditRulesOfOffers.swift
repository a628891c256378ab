/// What an audit's rules say of a certificate that does not exist yet, and how much of it the CA decides.
enum AuditRulesOfOffers {
    /// An audit's findings as those of an offer, without what cannot be said of one or is said better elsewhere.
    static func findings(in record: AuditRecord, of offer: Offer, by issuer: OfferedIssuer) -> [OfferFinding]
    {
        record.findings.compactMap { finding in
            guard let rule = RuleRegistry.metadata(of: finding.rule), !isLeftOut(finding, of: rule, offer)
            else { return nil }
            return OfferFinding(
                rule: finding.rule,
                severity: finding.severity,
                assurance: assurance(of: rule, issuer),
                certainty: rule.certainty,
                message: finding.message,
                remedy: finding.remedy,
                policy: rule.policy
            )
        }
    }

    /// What needs files or servers, of which an offer has none, and what the rules for requests say better.
    private static func isLeftOut(_ finding: Finding, of rule: RuleMetadata, _ offer: Offer) -> Bool {
        if rule.traits.contains(.needsFilesOrServers) { return true }
        guard let request = offer.request else { return false }
        // The weak key of an authority is nothing that the request's rules could know.
        return rule.traits.contains(.toldOfRequests) || finding.message == request.publicKey.weakness
    }

    private static func assurance(of rule: RuleMetadata, _ issuer: OfferedIssuer) -> Assurance {
        let isOpen =
            rule.traits.contains(.decidedByCA)
            || !issuer.isIntermediateKnown && rule.traits.contains(.differsByIntermediate)
        return isOpen ? .dependsOnCA : .certain
    }
}
