/// What a connector of an inventory is predicted to present, in an audit's report.
public struct PredictedCertificate: Sendable, Hashable {
    /// The connector's name or identity.
    public let connector: String
    /// As which side of TLS it presents a certificate.
    public let role: TransportRole
    /// The server, nil where the exports do not say.
    public let server: String?
    /// Whether it carries mail to or from Exchange Online, nil where the exports do not say.
    public let isHybrid: Bool?
    /// The thumbprint of the certificate, nil where there is none or it is not known which.
    public let thumbprint: String?
    /// Why there is none or it is not known which, nil where a certificate is presented.
    public let reason: String?
    /// What Exchange Online makes of it: not-concerned, accepted, refused or unknown.
    public let acceptance: String
    /// How sure the prediction is.
    public let certainty: Certainty
}
