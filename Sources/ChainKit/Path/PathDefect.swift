import Octets

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

extension PathDefect {
    /// The defect's stable name.
    public var code: String {
        switch kind {
        case .issuerMissing: "issuer-missing"
        case .selfSignedNotTrusted: "self-signed-not-trusted"
        case .loop: "loop"
        case .tooLong: "too-long"
        case .signatureInvalid: "signature-invalid"
        case .signatureNotVerifiable: "signature-not-verifiable"
        case .signatureNotChecked: "signature-not-checked"
        case .notYetValid: "not-yet-valid"
        case .expired: "expired"
        case .encoding: "malformed-inside"
        case .notAuthority: "not-an-authority"
        case .pathLengthExceeded: "path-length-exceeded"
        case .keyCertSignMissing: "key-cert-sign-missing"
        case .purposeExcluded: "purpose-excluded"
        case .keyUsageExcluded: "key-usage-excluded"
        case .criticalExtensionNotUnderstood: "critical-extension-not-understood"
        case .nameNotPermitted: "name-not-permitted"
        case .nameExcluded: "name-excluded"
        case .furtherNamesRefused: "further-names-refused"
        case .furtherCriticalExtensions: "further-critical-extensions"
        case .nameConstraintsNotUnderstood: "name-constraints-not-understood"
        case .nameConstraintsNotChecked: "name-constraints-not-checked"
        case .policyMissing: "policy-missing"
        case .policyMappingInvalid: "policy-mapping-invalid"
        case .policiesNotChecked: "policies-not-checked"
        case .revoked: "revoked"
        case .revocationUnknown(.responderKnowsNothing): "certificate-unknown-to-responder"
        case .revocationUnknown: "revocation-unknown"
        case .anchorRefused: "anchor-refused"
        }
    }

    /// The defect in words, lower case, no full stop, without the certificate that has it.
    ///
    /// Holds text from the certificate as it stands there.
    public var words: String {
        switch kind {
        case .issuerMissing: "its issuer's certificate is not here"
        case .selfSignedNotTrusted: "self-signed, and no trust anchor"
        case .loop: "its issuers only lead back into the path"
        case .tooLong: "the path grew beyond the longest that is searched"
        case .signatureInvalid: "its signature is not that issuer's"
        case .signatureNotVerifiable(let algorithm):
            "its signature (\(algorithm.shortened)) cannot be checked here"
        case .signatureNotChecked: "its signature was not checked"
        case .notYetValid: "not yet valid"
        case .expired: "expired"
        case .encoding(let defect): "malformed inside: \(defect.text)"
        case .notAuthority: "not a certification authority, and yet it issued"
        case .pathLengthExceeded(let maximum):
            "more authorities follow below it than the \(maximum) that it allows"
        case .keyCertSignMissing: "its key may not sign certificates"
        case .purposeExcluded(let purpose): "its extended key usage leaves out \(purpose.words)"
        case .keyUsageExcluded(let purpose) where purpose == .any: "its key usage is empty: it allows nothing"
        case .keyUsageExcluded(let purpose): "its key usage allows nothing that \(purpose.words) needs"
        case .criticalExtensionNotUnderstood(let identifier):
            "its critical extension \(identifier) is not understood"
        case .nameNotPermitted(let name): "\(name) lies outside the names that an authority above permits"
        case .nameExcluded(let name): "\(name) is a name that an authority above excludes"
        case .furtherNamesRefused(let count): "\(count) more of its names are refused in the same way"
        case .furtherCriticalExtensions(let count): "\(count) more critical extensions are not understood"
        case .nameConstraintsNotUnderstood: "a name constraint above it is not understood"
        case .nameConstraintsNotChecked: "its names are too many to compare with the constraints above it"
        case .policyMissing: "a certificate policy is demanded, and none is valid down to here"
        case .policyMappingInvalid: "it maps anyPolicy, which no certificate may"
        case .policiesNotChecked: "the path has too many certificate policies to follow them all"
        case .revoked(let reason, let since):
            ["revoked", since.map { "since \($0.rfc3339)" }, reason.map { "(\($0))" }].compactMap(\.self)
                .joined(separator: " ")
        case .revocationUnknown(let why): "whether it was revoked is not known: \(why.words)"
        case .anchorRefused(let verdict): verdict.reason
        }
    }
}

extension PathNote {
    /// The note's stable name.
    package var code: String {
        switch self {
        case .renewalWouldBeRejected: "renewal-would-be-rejected"
        case .anchorWillBeDisabled: "anchor-will-be-disabled"
        case .weakSignatureHash: "weak-signature-hash"
        case .doubtfulKey: "doubtful-key"
        case .expiresBeforeTarget: "expires-before-target"
        case .revocationUnknown(_, .responderKnowsNothing): "certificate-unknown-to-responder"
        case .revocationUnknown: "revocation-unknown"
        case .notInFolder: "not-in-folder"
        }
    }

    /// The certificate that the note is about, nil where it is about the whole path: 0 is the target.
    package var position: Int? {
        switch self {
        case .renewalWouldBeRejected, .anchorWillBeDisabled: nil
        case .weakSignatureHash(let position, _), .expiresBeforeTarget(let position),
            .doubtfulKey(let position), .notInFolder(let position), .revocationUnknown(let position, _):
            position
        }
    }

    /// The note in words, lower case, no full stop, without the certificate that it is about.
    package var words: String {
        switch self {
        case .renewalWouldBeRejected(let date):
            "trusted only because issued before \(date.date): a renewal will be refused"
        case .anchorWillBeDisabled(let date): "the root will be disabled on \(date.date)"
        case .weakSignatureHash(_, let hash): "signed with the weak hash \(hash.rawValue)"
        case .doubtfulKey: "its key is too weak, or of a kind that TLS peers are not known to take"
        case .expiresBeforeTarget: "expires before the certificate at the path's start"
        case .revocationUnknown(_, let why): "whether it was revoked is not known: \(why.words)"
        case .notInFolder: "comes from outside what was audited: the server must have it"
        }
    }
}
