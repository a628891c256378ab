/// What the rules for issuances look at: an issuer, the certificate that would come of it, how an audit judges that.
struct IssuanceFacts: Sendable {
    let offer: Offer
    let issuer: OfferedIssuer
    let certificate: Certificate
    let record: AuditRecord
    /// Nil for a private CA, of which no policy is known.
    let forecast: ClientAuthenticationForecast?
    let terms: [IssuanceRootTerms]
}
