/// What lists and responses say of one certificate.
public enum RevocationStatus: Sendable, Hashable {
    /// Not revoked for any reason.
    case good
    /// Revoked; nil where the list does not say why or since when.
    case revoked(reason: RevocationReason?, since: Instant?)
    /// Nothing can be said.
    case unknown(RevocationDoubt)
}
