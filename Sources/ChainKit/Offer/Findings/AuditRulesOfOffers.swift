/// What an audit's rules say of a certificate that does not exist yet, and how much of it the CA decides.
enum AuditRulesOfOffers {
    /// An audit's findings as those of an offer, without what cannot be said of one or is said better elsewhere.
    static func findings(in record: AuditRecord, of offer: Offer, by issuer: OfferedIssuer) -> [OfferFinding]
    {
        record.findings.compactMap { finding in
            guard !isLeftOut(finding, offer) else { return nil }
            return OfferFinding(
                rule: finding.rule,
                severity: finding.severity,
                assurance: assurance(of: finding.rule, issuer),
                certainty: RuleRegistry.metadata(of: finding.rule)?.certainty ?? .inferred,
                message: finding.message,
                remedy: finding.remedy,
                policy: policy(behind: finding.rule)
            )
        }
    }

    private static func isLeftOut(_ finding: Finding, _ offer: Offer) -> Bool {
        if ofExistingCertificates.contains(finding.rule) { return true }
        guard let request = offer.request else { return false }
        // The weak key of an authority is nothing that the request's rules could know.
        return saidOfRequests.contains(finding.rule)
            || finding.rule == WeakKey.metadata.id && finding.message == request.publicKey.weakness
    }

    private static func assurance(of rule: String, _ issuer: OfferedIssuer) -> Assurance {
        let isOpen =
            decidedByCA.contains(rule) || !issuer.isIntermediateKnown && ofIntermediates.contains(rule)
        return isOpen ? .dependsOnCA : .certain
    }

    private static func policy(behind rule: String) -> [PolicySource] {
        switch rule {
        case ValidityTooLong.metadata.id: [PolicyData.lifetimeSource]
        case WeakKey.metadata.id: [PolicyData.keySizeSource]
        default: []
        }
    }

    /// About files and servers, which an offer has none of; and about what an issuance's own rule says.
    private static let ofExistingCertificates: Set<String> = [
        PrivateKeyNotVerifiable.metadata.id, PrivateKeyMissing.metadata.id,
        IntermediateNotInFolder.metadata.id, CertificateExpiring.metadata.id,
        ClientAuthenticationMissing.metadata.id,
    ]

    /// What the rules for requests say of the same.
    private static let saidOfRequests: Set<String> = [
        NameNotCovered.metadata.id, CommonNameOutsideAlternativeNames.metadata.id, SubjectEmpty.metadata.id,
        InvalidPublicKey.metadata.id, UnsupportedKey.metadata.id, WildcardOverPublicSuffix.metadata.id,
    ]

    /// What stands in the certificate because the CA puts it there.
    private static let decidedByCA: Set<String> = [
        ServerAuthenticationMissing.metadata.id, KeyUsageUnsuitable.metadata.id,
        WeakSignatureHash.metadata.id, RsassaPssSignature.metadata.id, SerialNumberOutOfRange.metadata.id,
        SubjectKeyIdentifierMissing.metadata.id, AuthorityKeyIdentifierMissing.metadata.id,
        AuthorityKeyIdentifierOutOfProfile.metadata.id, ExtensionCriticalityWrong.metadata.id,
        PolicyNotValid.metadata.id, TlsCertificateNameTooLong.metadata.id, SubjectEmpty.metadata.id,
        AnyPurposeBesideServerAuth.metadata.id, AnyPurposeWithoutServerAuth.metadata.id,
    ]

    /// What another intermediate of the same root may not share.
    private static let ofIntermediates: Set<String> = [
        AlternativePathDistrusted.metadata.id, IntermediateExpiresFirst.metadata.id,
        IssuerMissing.metadata.id, IssuerNotAuthority.metadata.id, IssuerPurposeExcluded.metadata.id,
        NameConstraintsViolated.metadata.id, PathCertificateExpired.metadata.id,
        PathLengthExceeded.metadata.id, WeakKey.metadata.id,
    ]
}
