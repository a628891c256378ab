/// Where a statement about Exchange stands written, as a reader would look it up.
enum ExchangeSource {
    static let inboundSelection = "Microsoft, Selection of inbound STARTTLS certificates"
    static let anonymousSelection = "Microsoft, Selection of inbound and outbound anonymous TLS certificates"
    static let teamBlog = "Exchange Team, TLS certificates in Exchange hybrid"
    static let getExchangeCertificate = "Microsoft, Get-ExchangeCertificate"
    static let setSendConnector = "Microsoft, Set-SendConnector"
    static let noCredentials = "Microsoft, KB 4495258"
    static let connectorNameNotFound =
        "L. Bisht (Microsoft), Mailflow issue from Exchange on-premises to Office 365"
}
