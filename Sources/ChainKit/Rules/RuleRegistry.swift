/// All rules, in the order of their ids.
public enum RuleRegistry {
    static let all: [any Rule] = [
        AlternativePathDistrusted(),
        BundleOrder(),
        CertificateBelowVersion3(),
        CertificateExpired(),
        CertificateExpiring(),
        CertificateIsAuthority(),
        CertificateNotYetValid(),
        ClientAuthenticationMissing(),
        CriticalExtensionNotUnderstood(),
        EllipticCurveKey(),
        ExpiredCertificateInBundle(),
        IntermediateExpiresFirst(),
        IntermediateNotInFolder(),
        InvalidPublicKey(),
        IssuerMissing(),
        IssuerNotAuthority(),
        IssuerPurposeExcluded(),
        KeyUsageUnsuitable(),
        LegacyPkcs12Encryption(),
        MalformedCertificate(),
        NameConstraintsViolated(),
        NameNotCovered(),
        NotATransportCertificate(),
        PathCertificateExpired(),
        PathLengthExceeded(),
        PathSearchCutShort(),
        PathSignatureInvalid(),
        PolicyNotValid(),
        PrivateKeyExposed(),
        PrivateKeyNotVerifiable(),
        RedundantRootInBundle(),
        RenewalWouldBeDistrusted(),
        RootDisabled(),
        RootNotBeforePassed(),
        RootNotForServerAuthentication(),
        RootNotTrusted(),
        RsassaPssSignature(),
        SelfSignedCertificate(),
        ServerAuthenticationMissing(),
        SignatureNotVerifiable(),
        SubjectEmpty(),
        TlsCertificateNameTooLong(),
        UnsupportedKey(),
        ValidityTooLong(),
        WeakKey(),
        WeakSignatureHash(),
        WildcardTooShallow(),
    ]

    /// Ids of rules that are gone, so that none is ever used again.
    static let retired: [String] = []

    /// What is to be known of every rule, in the order of their ids.
    public static var documentation: [RuleMetadata] { all.map { type(of: $0).metadata } }
}
