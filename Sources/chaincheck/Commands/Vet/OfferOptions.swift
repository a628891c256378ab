import ArgumentParser
import ChainKit

/// What is to be bought.
struct OfferOptions: ParsableArguments, FileNaming {
    @Argument(
        help: ArgumentHelp(
            "A certificate request: PEM or DER, also as New-ExchangeCertificate -GenerateRequest wrote it.",
            valueName: "request"
        )
    )
    var request: String?

    @Option(
        help: ArgumentHelp(
            "How many days it shall be valid; without it as many as public CAs may give.",
            valueName: "number"
        )
    )
    var days: Int?

    @Option(
        help: ArgumentHelp(
            "The kind of key where there is no request: rsa2048, rsa3072, rsa4096, p256 or p384.",
            valueName: "kind"
        )
    )
    var key: OfferedKeyWord?

    @Option(help: ArgumentHelp("The day of the purchase instead of today.", valueName: "RFC3339"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Another certificate or request, to see that no key has a factor in common; may be given several times.",
            valueName: "file"
        )
    )
    var keyBeside: [String] = []

    var namedFiles: NamedFiles {
        NamedFiles().reading("<request>", request).reading("--key-beside", keyBeside)
    }

    func validate() throws {
        // X.509 can say more; no CA that anybody trusts has sold more than ten years.
        if let days, !(1...3_660).contains(days) { throw ValidationError("--days: 1 to 3660") }
        if key != nil, request != nil { throw ValidationError("--key: the request has its key already") }
        _ = try start()
    }

    /// The day of the purchase where it was given.
    func start() throws -> Instant? {
        guard let from else { return nil }
        guard let instant = Instant(rfc3339: from) else {
            throw ValidationError(
                "--from: '\(from)' is no time; write it as 2026-11-23T12:00:00Z or 2026-11-23"
            )
        }
        return instant
    }

    /// The offer, with its request and the keys beside it read.
    func offer(
        references: [ReferenceIdentifier],
        start: Instant,
        isPublic: Bool,
        _ reader: InputReader
    ) throws -> Offer {
        Offer(
            request: try request.map { try RequestFiles.request(at: $0, reader) },
            key: key?.key ?? .rsa2048,
            references: references,
            start: start,
            days: days,
            isPublic: isPublic,
            neighbours: try keyBeside.flatMap { try RequestFiles.keys(at: $0, reader) }
        )
    }
}

/// The kinds of key by the words of the command line.
enum OfferedKeyWord: String, ExpressibleByArgument, CaseIterable {
    case rsa2048, rsa3072, rsa4096, p256, p384

    var key: OfferedKey {
        switch self {
        case .rsa2048: .rsa2048
        case .rsa3072: .rsa3072
        case .rsa4096: .rsa4096
        case .p256: .p256
        case .p384: .p384
        }
    }
}
