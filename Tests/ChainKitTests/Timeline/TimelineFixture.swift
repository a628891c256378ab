import TestSupport
import Testing

@testable import ChainKit

/// Files and anchors, and what the days to come bring for them.
struct TimelineFixture {
    var anchors: [ForgedCertificate]
    var files: [ForgedCertificate] = []
    var start = "2026-06-01"
    var domain: String? = "mail.contoso.com"
    var mostJudgements = TimelineBuilder.mostJudgements

    func timeline() throws -> Timeline {
        try timeline(trust: .anchors(PrivateAnchors(try anchors.map { try Certificate(der: $0.der) })))
    }

    func timeline(trust: Audit.Trust) throws -> Timeline {
        let builder = TimelineBuilder(
            trust: trust,
            time: try #require(Instant(rfc3339: start)),
            references: try domain.map { [try #require(ReferenceIdentifier($0))] } ?? [],
            width: 2,
            mostJudgements: mostJudgements
        )
        return builder.timeline(
            of: files.enumerated().map { .octets($0.element.der, name: "\($0.offset).cer") }
        )
    }
}

extension Instant {
    /// A day of a test.
    static func day(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
}
