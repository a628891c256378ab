/// 4/5.7.321 to 325, and MTA-STS: a receiving domain has published what its server must present.
extension KnownError {
    static let policyOfDomain = [
        daneStarttlsNotSupported, daneCertificateExpired, daneRecordInvalid, daneNameMismatch, dnssecInvalid,
        strictTransportCertificate, strictTransportHost,
    ]

    private static let daneStarttlsNotSupported = KnownError(
        id: "dane-starttls-not-supported",
        title: "The receiving domain publishes DANE, and its server does not complete STARTTLS",
        bearing: .possible,
        signs: [ErrorSign(codes: [.either(7, 321)]), ErrorSign(phrases: ["starttls-not-supported"])],
        causes: [
            .documented(
                "the server does not answer STARTTLS, or the handshake fails after it",
                .deliveryReports
            ),
            .inferred("on an Exchange server: it has no certificate left for the connector (event 12014)"),
        ],
        checks: [.exchange, .receiveProtocolLog],
        examples: [
            "550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.",
            "4.7.321", "4/5.7.321", "starttls-not-supported",
        ]
    )

    private static let daneCertificateExpired = KnownError(
        id: "dane-certificate-expired",
        title: "The receiving domain publishes DANE, and its server presents an expired certificate",
        signs: [
            ErrorSign(codes: [.either(7, 322)]), ErrorSign(phrases: ["certificate-expired"]),
        ],
        causes: [.documented("the certificate that the server presents has expired", .deliveryReports)],
        checks: [.audit, .receiveProtocolLog],
        examples: ["450 4.7.322 certificate-expired: Destination mail server's certificate is expired."]
    )

    private static let daneRecordInvalid = KnownError(
        id: "dane-record-mismatch",
        title: "The receiving domain's TLSA record does not match what its server presents",
        signs: [ErrorSign(codes: [.either(7, 323)]), ErrorSign(phrases: ["tlsa-invalid"])],
        causes: [
            .documented(
                "the certificate presented is not the one that the TLSA record tells of",
                .deliveryReports
            ),
            .inferred("the certificate was renewed and the record was not"),
            .documented("the TLSA record is wrong", .deliveryReports),
            .documented("the certificate is not yet valid", .deliveryReports),
        ],
        otherReadings: [.documented("somebody stands in the way of the connection", .deliveryReports)],
        checks: [
            .inspect, ErrorCheck("the record", "Resolve-DnsName _25._tcp.<name> -Type TLSA"),
            .receiveProtocolLog,
        ],
        examples: ["550 5.7.323 tlsa-invalid: The domain failed DANE validation."]
    )

    private static let daneNameMismatch = KnownError(
        id: "dane-name-mismatch",
        title: "The receiving domain publishes DANE, and its server's certificate has another name",
        signs: [ErrorSign(codes: [.either(7, 325)]), ErrorSign(phrases: ["certificate-host-mismatch"])],
        causes: [
            .documented(
                "neither the common name nor an alternative name is the domain or its MX host",
                .deliveryReports
            )
        ],
        checks: [.audit, .inspect, .receiveProtocolLog],
        examples: ["450 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name"]
    )

    private static let dnssecInvalid = KnownError(
        id: "dnssec-invalid",
        title: "The receiving domain's DNSSEC records are not valid",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.either(7, 324)]), ErrorSign(phrases: ["dnssec-invalid"])],
        causes: [
            .documented("the domain's DNS cannot be verified; no certificate is judged yet", .deliveryReports)
        ],
        checks: [ErrorCheck("the domain's DNS", "Resolve-DnsName <name> -Type DNSKEY -DnssecOk")],
        examples: ["550 5.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records"]
    )

    private static let strictTransportCertificate = KnownError(
        id: "mta-sts-certificate-refused",
        title: "The receiving domain publishes MTA-STS, and its server's certificate does not meet it",
        signs: [
            ErrorSign(codes: [.either(7, 5)], phrases: ["mta-sts"]),
            ErrorSign(
                tokens: ["UntrustedRoot", "SubjectMismatch", "CertificateExpired"],
                phrases: ["mta-sts"]
            ),
            ErrorSign(phrases: ["certificate failed mta-sts validation"]),
        ],
        causes: [
            .documented(
                "it does not lead to a trusted root, or has no name of the host in the policy",
                .deliveryReports
            )
        ],
        checks: [.audit, .receiveProtocolLog],
        examples: ["550 5.7.5 Remote certificate failed MTA-STS validation. Reason: UntrustedRoot"]
    )

    private static let strictTransportHost = KnownError(
        id: "mta-sts-host-not-listed",
        title: "The receiving domain's MTA-STS policy does not list its MX host",
        bearing: .unrelated,
        signs: [
            ErrorSign(codes: [.code(5, 4, 8)]),
            ErrorSign(codes: [.code(5, 4, 8)], phrases: ["mta-sts"]),
        ],
        causes: [.documented("the policy and the MX records differ", .deliveryReports)],
        checks: [ErrorCheck("the policy against the MX records", "Resolve-DnsName <name> -Type MX")],
        examples: ["550 5.4.8 MX hosts of contoso.com failed MTA-STS validation"]
    )
}
