/// What the queue shows where there was no reply.
extension KnownError {
    static let queue = [connectionTimedOut, targetResponded]

    private static let connectionTimedOut = KnownError(
        id: "connection-timed-out",
        title: "The other side could not be reached, or TLS failed before a reply",
        bearing: .possible,
        signs: [
            ErrorSign(codes: [.code(4, 4, 1, after: 421), .code(4, 2, 1, after: 421)])
        ],
        causes: [
            .documented(
                """
                the queue shows this where the protocol log has 'TLS negotiation failed with error NoCredentials' or \
                UnknownCredentials: the selected certificate lacks its private key or is not assigned to SMTP
                """,
                .kb4495258,
                .kb4051498
            ),
            .reported("421 4.2.1 Unable to connect, with NoCredentials in the protocol log", .superTekBoy),
        ],
        otherReadings: [
            .inferred("no connection at all: a firewall on port 25, a wrong smart host, DNS")
        ],
        checks: [
            .protocolLog, ErrorCheck("whether port 25 answers", "Test-NetConnection <smart host> -Port 25"),
        ],
        examples: [
            "421 4.4.1 Connection timed out",
            """
            451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to \
            alternate host, but that did not succeed.
            """, "421 4.4.1 Соединение прервано по таймауту",
        ]
    )

    private static let targetResponded = KnownError(
        id: "target-responded",
        title: "The reply that matters is the one that this one quotes",
        bearing: .possible,
        signs: [ErrorSign(codes: [.code(4, 4, 0)])],
        causes: [.inferred("this reply only says that no server took the message; the quoted one says why")],
        checks: [
            ErrorCheck(
                "the whole last error of the queue",
                "Get-Queue | fl Identity,NextHopDomain,LastError"
            ),
            .protocolLog,
        ],
        examples: ["451 4.4.0 Primary target IP address did not respond"],
        isWrapper: true
    )
}
