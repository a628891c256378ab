// Microsoft documents the names; that a reply carries them, and means the certificate presented, is documented for
// UntrustedRoot alone and inferred for the rest. Names beyond the part of the enumeration that was read are left out.

/// A name of Exchange's CertificateValidationStatus and what it says of a certificate.
struct ValidationStatus {
    let name: String
    let id: String
    /// What Microsoft documents, in our words, after 'the certificate'.
    let meaning: String
    /// What usually stands behind it.
    let cause: String
    /// Where other entries explain this name under some codes already.
    var told: Set<String> = []
}

extension ValidationStatus {
    /// Those that Microsoft's page was seen to list.
    static let documented = [
        ValidationStatus(
            name: "ValidSelfSigned",
            id: "valid-self-signed",
            meaning: "is valid and self-signed",
            cause: "the connector presents Exchange's own self-signed certificate instead of the public one"
        ),
        ValidationStatus(
            name: "EmptyCertificate",
            id: "empty-certificate",
            meaning: "was missing or empty when its chain was to be checked",
            cause: """
                no certificate was presented; from anonymous senders to a Receive connector that is ordinary
                """
        ),
        ValidationStatus(
            name: "SubjectMismatch",
            id: "subject-mismatch",
            meaning: "does not have the name that was expected",
            cause:
                "another certificate than the intended one was presented, or the expected name is out of date",
            told: ["server-refused"]
        ),
        ValidationStatus(
            name: "SignatureFailure",
            id: "signature-failure",
            meaning: "has a signature that cannot be verified",
            cause: "a wrong intermediate of the same name is installed, or the certificate is damaged"
        ),
        ValidationStatus(
            name: "UntrustedRoot",
            id: "untrusted-root",
            meaning: "has a chain that ends in a root that is not trusted",
            cause: "it is from an internal CA or self-signed, or was presented without its intermediates",
            told: ["client-refused", "server-refused", "remote-refused"]
        ),
        ValidationStatus(
            name: "UntrustedTestRoot",
            id: "untrusted-test-root",
            meaning: "has a chain that ends in a root for tests",
            cause: "it was issued by a CA's test environment"
        ),
        ValidationStatus(
            name: "InternalChainFailure",
            id: "internal-chain-failure",
            meaning: "could not be checked because building its chain failed",
            cause: "an intermediate is missing or damaged in the machine's stores"
        ),
        ValidationStatus(
            name: "WrongUsage",
            id: "wrong-usage",
            meaning: "is not valid for this use",
            cause: "its extended key usage lacks the purpose that was asked for"
        ),
        ValidationStatus(
            name: "CertificateExpired",
            id: "certificate-expired",
            meaning: "or one above it is outside its validity period",
            cause: "it, or an intermediate sent with it, has expired or is not yet valid, or a clock is wrong"
        ),
        ValidationStatus(
            name: "ValidityPeriodNesting",
            id: "validity-period-nesting",
            meaning: "has a chain whose validity periods do not nest",
            cause: "an authority above it ends before it"
        ),
        ValidationStatus(
            name: "PurposeError",
            id: "purpose-error",
            meaning: "is used for a purpose that it or its authority does not allow",
            cause: "its extended key usage, or an intermediate's, lacks the purpose that was asked for"
        ),
    ]
}
