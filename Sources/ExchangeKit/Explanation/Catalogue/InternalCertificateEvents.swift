/// Events on the certificate that Exchange servers use among each other; never behind a refusal by Exchange Online.
extension KnownError {
    static let internalCertificateEvents = [
        event12012, event12013, event12015, event12017, event12019, event12024,
    ]

    private static let apart = ErrorStatement.inferred(
        """
        this certificate serves between Exchange servers only: it does not explain a refusal by Exchange Online
        """,
        .anonymousSelection
    )

    private static let thumbprint = ErrorCheck(
        "which certificate it is, and whether it is in the store",
        "Get-TransportService <server> | fl InternalTransportCertificateThumbprint",
        "Get-ExchangeCertificate -Thumbprint <thumbprint> | fl Subject,NotAfter,Status,HasPrivateKey"
    )

    private static func event(
        _ number: Int,
        _ id: String,
        _ title: String,
        cause: ErrorStatement
    ) -> KnownError {
        KnownError(
            id: "event-\(number)-\(id)",
            title: title,
            signs: [ErrorSign(events: [number])],
            causes: [cause],
            otherReadings: [apart],
            checks: [thumbprint, .exchange],
            examples: ["event \(number)", "\(number)"]
        )
    }

    private static let event12012 = event(
        12_012,
        "internal-certificate-not-set",
        "Active Directory names no internal transport certificate for the server",
        cause: .documented("msExchServerInternalTLSCert is empty or cannot be read", .anonymousSelection)
    )
    private static let event12013 = event(
        12_013,
        "internal-certificate-not-found",
        "The internal transport certificate that Active Directory names is not in the store",
        cause: .documented("it was deleted on the server", .anonymousSelection)
    )
    private static let event12015 = event(
        12_015,
        "internal-certificate-expired",
        "The internal transport certificate has expired; it is still used",
        cause: .documented("it has expired", .anonymousSelection)
    )
    private static let event12017 = event(
        12_017,
        "internal-certificate-expires-soon",
        "The internal transport certificate expires soon",
        cause: .stated("its end is near", .events)
    )
    private static let event12019 = event(
        12_019,
        "remote-internal-certificate-expired",
        "The internal transport certificate of another Exchange server has expired",
        cause: .stated("the certificate of the server that the event names has expired", .events)
    )
    private static let event12024 = event(
        12_024,
        "internal-certificate-not-loadable",
        "The internal transport certificate could not be loaded, and a temporary self-signed one is used",
        cause: .stated("its private key is missing, or the service may not read it", .events)
    )
}
