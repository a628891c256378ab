/// What keeps a certificate from being removed.
extension KnownError {
    static let removals = [taggedWithSendConnectors, internalTransportCertificateInUse]

    private static let taggedWithSendConnectors = KnownError(
        id: "certificate-named-by-send-connector",
        title:
            "The certificate cannot be removed: a Send connector's TlsCertificateName has its issuer and subject",
        signs: [ErrorSign(phrases: ["tagged with following send connectors"])],
        causes: [
            .documented(
                """
                a connector names the certificate; after a renewal under the same issuer and subject it names the old \
                and the new one alike, and neither can be removed
                """,
                .cannotRemove
            )
        ],
        checks: [
            .pinned, .exchange,
            ErrorCheck(
                """
                the documented order: stop the transport service on all source servers, clear the name, let it \
                replicate, remove the old certificate on every server, set the name again, start
                """,
                "Set-SendConnector \"<connector>\" -TlsCertificateName $null"
            ),
        ],
        examples: [
            """
            A special Rpc error occurs on server EX01: These certificates are tagged with following Send Connectors : \
            Outbound to Office 365. Removing and replacing certificates from Send Connector would break the mail flow.
            """
        ]
    )

    private static let internalTransportCertificateInUse = KnownError(
        id: "internal-transport-certificate-in-use",
        title: "The certificate cannot be removed: it is the server's internal transport certificate",
        signs: [ErrorSign(phrases: ["internal transport certificate cannot be removed"])],
        causes: [
            .reported(
                "Exchange servers use it among each other; another certificate must take that place first",
                .practical365
            )
        ],
        checks: [
            ErrorCheck(
                "which certificate that is",
                "Get-TransportService <server> | fl InternalTransportCertificateThumbprint"
            ), .exchange,
        ],
        examples: [
            "The internal transport certificate cannot be removed because that would cause the service to stop."
        ]
    )
}
