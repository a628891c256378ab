/// Who refused whose certificate, as the code tells.
private struct RefusedSide {
    let id: String
    let title: String
    let signs: [StatusCodes]
    /// The English words that go with the codes.
    let phrase: String
    let example: String
    let checks: [ErrorCheck]
}

extension KnownError {
    static let validationStatuses: [KnownError] =
        ValidationStatus.documented.map(bare)
        + sides.flatMap { side in
            ValidationStatus.documented.filter { !$0.told.contains(side.id) }.map { refused($0, by: side) }
        }

    private static let sides = [
        RefusedSide(
            id: "client-refused",
            title: "The other side refused the certificate that this server presented as client",
            signs: [.code(4, 7, 0, after: 454)],
            phrase: "failed to establish appropriate tls channel",
            example: "454 4.7.0 Failed to establish appropriate TLS channel: NAME: Access Denied",
            checks: [.exchange, .audit, .protocolLog]
        ),
        RefusedSide(
            id: "remote-refused",
            title: "This server refused the certificate of the other side",
            signs: [.code(4, 7, 5)],
            phrase: "certificate validation failure",
            example: "454 4.7.5 Certificate validation failure, reason:NAME",
            checks: [.pinned, .protocolLog]
        ),
        RefusedSide(
            id: "server-refused",
            title: "Exchange Online refused the certificate that this organisation's server presented to it",
            signs: [.code(4, 4, 317), .code(4, 7, 320)],
            phrase: "certificate validation failed",
            example: "450 4.4.317 Cannot connect to remote server [Message=NAME]",
            checks: [.exchange, .audit, .receiveProtocolLog]
        ),
    ]

    private static func bare(_ status: ValidationStatus) -> KnownError {
        KnownError(
            id: "status-\(status.id)",
            title: "A certificate was refused: \(status.name)",
            signs: [ErrorSign(tokens: [status.name])],
            causes: [
                .documented("the certificate \(status.meaning)", .validationStatus), .inferred(status.cause),
            ],
            otherReadings: [
                .unknown("the word alone does not tell which side presented the certificate")
            ],
            checks: [.exchange, .audit],
            examples: [status.name]
        )
    }

    private static func refused(_ status: ValidationStatus, by side: RefusedSide) -> KnownError {
        let example = side.example.split(separator: "NAME", omittingEmptySubsequences: false)
        return KnownError(
            id: "\(side.id)-\(status.id)",
            title: "\(side.title): \(status.name)",
            signs: [
                ErrorSign(codes: side.signs, tokens: [status.name]),
                ErrorSign(tokens: [status.name], phrases: [side.phrase]),
            ],
            causes: [
                .inferred("the certificate \(status.meaning)", .validationStatus), .inferred(status.cause),
            ],
            checks: side.checks,
            examples: [example.joined(separator: status.name)]
        )
    }
}
