/// What looks like it and is no fault of a certificate.
extension KnownError {
    static let unrelated = [
        clientNotAuthenticated, sendingAddressBanned, sendingRestricted, tenantRestricted, senderPolicy,
    ]

    private static let clientNotAuthenticated = KnownError(
        id: "client-not-authenticated",
        title: "A device or program did not log in before it sent (SMTP AUTH)",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.code(5, 7, 57)])],
        causes: [
            .documented(
                "the device's or program's settings for smtp.office365.com are wrong; its certificate plays no part",
                .deliveryReports
            )
        ],
        checks: [ErrorCheck("user name, password and SMTP AUTH of the mailbox that sends")],
        examples: [
            "530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM", "5.7.57",
        ]
    )

    private static let sendingAddressBanned = KnownError(
        id: "sending-address-banned",
        title: "The IP address that sent is banned",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.codes(5, 7, 606...649), .code(5, 7, 511)])],
        causes: [.documented("the address's reputation; no certificate is judged", .deliveryReports)],
        checks: [ErrorCheck("delist the address at https://sender.office.com")],
        examples: [
            "550 5.7.606 Access denied, banned sending IP [192.0.2.1]", "5.7.606-649",
            "550 5.7.649 Access denied", "550 5.7.511 Access denied, banned sender",
        ]
    )

    private static let sendingRestricted = KnownError(
        id: "sending-restricted",
        title: "Exchange Online holds mail of this sender or address back for a while",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.codes(4, 7, 500...699), .codes(4, 7, 850...899)])],
        causes: [
            .documented("suspicious activity is being looked at; no certificate is judged", .deliveryReports)
        ],
        checks: [ErrorCheck("wait; look for compromised accounts")],
        examples: [
            "451 4.7.500 Server busy. Please try again later",
            "451 4.7.850 Access denied, please try again later",
        ]
    )

    private static let tenantRestricted = KnownError(
        id: "tenant-restricted",
        title: "Exchange Online does not take mail of this tenant or from unregistered domains",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.code(5, 7, 705), .code(5, 7, 708), .code(5, 7, 750)])],
        causes: [
            .documented(
                "too much suspicious mail, or domains that the tenant has not registered",
                .deliveryReports
            )
        ],
        checks: [ErrorCheck("compromised accounts, open relays, unregistered sender domains")],
        examples: ["550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains"]
    )

    private static let senderPolicy = KnownError(
        id: "sender-policy-failed",
        title: "The sender's domain failed SPF or DMARC",
        bearing: .unrelated,
        signs: [ErrorSign(codes: [.code(5, 7, 23), .code(5, 7, 509)])],
        causes: [
            .documented("the DNS records of the sender's domain; no certificate is judged", .deliveryReports)
        ],
        checks: [ErrorCheck("the domain's records", "Resolve-DnsName <name> -Type TXT")],
        examples: [
            "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
            "550 5.7.509 Access denied, sending domain contoso.com does not pass DMARC verification",
        ]
    )
}
