/// One thing that keeps a certification path from being good, and where.
public struct PathDefect: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// Neither the certificates at hand nor the trust anchors hold the certificate's issuer.
        case issuerMissing
        /// The path ends in a self-signed certificate that is no trust anchor.
        case selfSignedNotTrusted
        /// Every issuer of the certificate stands further down in the path already.
        case loop
        /// The path reached the budget's depth.
        case tooLong

        /// The signature on the certificate is not its issuer's.
        case signatureInvalid
        /// The signature's algorithm or the issuer's key is beyond this libcrypto: nothing is known of it.
        case signatureNotVerifiable(algorithm: String)
        /// Nobody wanted signatures to be checked: nothing is known of it.
        case signatureNotChecked

        /// The certificate's validity (RFC 5280, 6.1.3 (a)(2)).
        case notYetValid, expired
        /// A certificate of the path is malformed inside.
        case encoding(EncodingDefect)

        /// What an issuer must be (RFC 5280, 6.1.4 (k) to (n)).
        case notAuthority
        case pathLengthExceeded(maximum: Int)
        case keyCertSignMissing
        /// The certificate's extKeyUsage leaves out the purpose; Windows nests it through intermediates.
        case purposeExcluded(KeyPurpose)
        /// The target's keyUsage allows nothing that the purpose does with a key.
        case keyUsageExcluded(KeyPurpose)
        case criticalExtensionNotUnderstood(ObjectIdentifier)
        /// So many more critical extensions are not understood.
        case furtherCriticalExtensions(Int)

        /// A name outside what an authority above may certify (RFC 5280, 6.1.3 (b) and (c)).
        case nameNotPermitted(String)
        case nameExcluded(String)
        case nameConstraintsNotUnderstood
        /// So many more names of the certificate break a constraint of the same authority.
        case furtherNamesRefused(Int)
        /// The budget for comparing names with constraints ran out before all were compared.
        case nameConstraintsNotChecked

        /// No acceptable policy is valid for the path, and one is demanded (RFC 5280, 6.1.3 (f) and 6.1.5 (g)).
        case policyMissing
        /// anyPolicy is mapped (RFC 5280, 6.1.4 (a)).
        case policyMappingInvalid
        /// The budget for policies ran out before all were followed.
        case policiesNotChecked

        /// The certificate's issuer took it back; nil where the reason or the date is not said.
        case revoked(reason: String?, since: Instant?)
        /// Whether the certificate was revoked cannot be told from the lists and responses at hand.
        case revocationUnknown(RevocationDoubt)

        /// The anchor's terms do not allow this use of it.
        case anchorRefused(RootVerdict)
    }

    /// What is wrong.
    public let kind: Kind
    /// The certificate that has the defect: 0 is the target, 1 its issuer.
    public let position: Int

    /// Whether the defect lies in the target itself and so holds for every path from it.
    public var concernsTargetAlone: Bool {
        guard position == 0 else { return false }
        return switch kind {
        case .notYetValid, .expired, .encoding, .purposeExcluded, .keyUsageExcluded,
            .criticalExtensionNotUnderstood, .furtherCriticalExtensions:
            true
        default: false
        }
    }

    /// The same defect so many places further up.
    func raised(by places: Int) -> PathDefect { PathDefect(kind, at: position + places) }

    init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }
}
