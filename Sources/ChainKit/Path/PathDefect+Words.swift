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
