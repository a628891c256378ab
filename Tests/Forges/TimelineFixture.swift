package import ChainKit
package import TestSupport
import Testing

/// Files and anchors, and what the days to come bring for them.
package struct TimelineFixture {
    package var anchors: [ForgedCertificate]
    package var files: [ForgedCertificate]
    package var start: String
    package var domain: String?
    package var mostJudgements: Int

    package init(
        anchors: [ForgedCertificate],
        files: [ForgedCertificate] = [],
        start: String = "2026-06-01",
        domain: String? = "mail.contoso.com",
        mostJudgements: Int = TimelineBuilder.mostJudgements
    ) {
        self.anchors = anchors
        self.files = files
        self.start = start
        self.domain = domain
        self.mostJudgements = mostJudgements
    }

    package func timeline() throws -> Timeline {
        try timeline(trust: .anchors(PrivateAnchors(try anchors.map { try Certificate(der: $0.der) })))
    }

    package func timeline(trust: Audit.Trust) throws -> Timeline {
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
    /// An instant that the test writes itself.
    package static func test(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(seconds: 0) }

    /// A day of a test.
    package static func day(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
}
