/// Every error that is known, grouped by where administrators meet it.
public enum ErrorCatalogue {
    /// All of them.
    public static let all: [KnownError] =
        KnownError.tlsChannel + KnownError.validationStatuses + KnownError.sendConnector
        + KnownError.negotiation + KnownError.queue + KnownError.exchangeOnline + KnownError.starttls
        + KnownError.attribution
        + KnownError.policyOfDomain + KnownError.transportEvents + KnownError.internalCertificateEvents
        + KnownError.cmdlets + KnownError.removals + KnownError.wizard + KnownError.unrelated
}
