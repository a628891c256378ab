extension PathNote {
    /// The note's stable name.
    public var code: String {
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
    public var position: Int? {
        switch self {
        case .renewalWouldBeRejected, .anchorWillBeDisabled: nil
        case .weakSignatureHash(let position, _), .expiresBeforeTarget(let position),
            .doubtfulKey(let position), .notInFolder(let position), .revocationUnknown(let position, _):
            position
        }
    }

    /// The note in words, lower case, no full stop, without the certificate that it is about.
    public var words: String {
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
