/// What part a certificate plays among those that were found together.
public enum CertificateRole: String, Sendable, Hashable, CaseIterable {
    /// A certificate that a server may present; these are judged.
    case endEntity = "end-entity"
    /// An authority below another one.
    case intermediate
    /// A self-issued authority.
    case root
}
