import Forges
import TestSupport
import Testing

@testable import ChainKit

/// What a timeline leaves out, and that it says the same as audits of the same files on other days.
struct TimelineCompletenessTests {
    private let root = Forge.authority("Root")

    /// Intermediates that end, one that takes over, certificates that begin later, and some that never work.
    private func mixedFiles() -> (anchors: [ForgedCertificate], files: [ForgedCertificate]) {
        let other = Forge.authority("Other Root") { $0.notAfter = "20261101000000Z" }
        let key = ForgedKey.fresh(.p256)
        let short = root.authority("Issuing") {
            $0.key = key
            $0.notAfter = "20260901000000Z"
        }
        let cross = other.authority("Issuing") { $0.key = key }
        let brief = root.authority("Brief") { $0.notAfter = "20260801000000Z" }
        let files = [
            short, cross, brief, short.issue("mail.contoso.com"), brief.issue("mail.contoso.com"),
            root.issue("mail.contoso.com") { $0.notBefore = "20260715120000Z" },
            root.issue("mail.contoso.com") { $0.notAfter = "20260810235959Z" },
            brief.issue("mail.contoso.com") { $0.notBefore = "20260815000000Z" },
            root.issue("mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] },
            root.issue("mail.contoso.com") { $0.notAfter = "20260301000000Z" },
            root.issue("other.contoso.com"), Forge.selfSigned("mail.contoso.com"),
        ]
        return ([root, other], files)
    }

    @Test func saysOfEveryInstantWhatAnAuditSaysThen() throws {
        let (anchors, files) = mixedFiles()
        let fixture = TimelineFixture(anchors: anchors, files: files)
        let timeline = try fixture.timeline()
        #expect(timeline.leftOut == nil)
        let ends = try files.map { try $0.certificate }.flatMap {
            [$0.notBefore.instant, $0.notAfter.instant]
        }
        let start = try Instant.day(fixture.start)
        let instants = ends.compactMap { $0 }.flatMap { [$0, $0.nextSecond, $0.previousSecond] }
        for instant in Set(instants) where instant >= start {
            var later = fixture
            later.start = instant.rfc3339
            let works = Dictionary(
                uniqueKeysWithValues: try later.timeline().certificates.map { ($0.certificate, $0.worksNow) }
            )
            for item in timeline.certificates {
                let isWorking = item.working.contains {
                    $0.from <= instant && ($0.until.map { instant < $0 } ?? true)
                }
                #expect(
                    works[item.certificate] == isWorking,
                    "\(item.certificate.label) at \(instant.rfc3339)"
                )
            }
        }
        #expect(timeline.certificates.count { !$0.working.isEmpty } == 4)
    }

    @Test func knowsEveryCertificatesOwnEndAndStartWithoutAnyBudget() throws {
        let issuing = root.authority("Issuing") { $0.notAfter = "20260901000000Z" }
        let key = ForgedKey.fresh(.p256)
        let files = (0..<300).map { number in
            (number == 7 ? issuing : root).issue("n\(number).contoso.com") {
                $0.key = key
                $0.notBefore = number == 5 ? "20260701000000Z" : "20260101000000Z"
                $0.notAfter = "2026120\(1 + number % 9)0000\(10 + number % 50)Z"
            }
        }
        var fixture = TimelineFixture(anchors: [root], files: files + [issuing])
        fixture.domain = nil
        fixture.mostJudgements = 0
        let timeline = try fixture.timeline()
        #expect(timeline.certificates.count == 300)
        for item in timeline.certificates {
            #expect(item.stop?.time == item.certificate.notAfter.instant?.nextSecond)
        }
        #expect(timeline.leftOut == Timeline.LeftOut(changes: 1, from: try .day("2026-09-01T00:00:01Z")))
        let late = try #require(timeline.certificates.first { $0.certificate.label == "n5.contoso.com" })
        #expect(late.entries.map(\.kind) == [.works, .stops])
    }

    @Test func looksAtTheEarliestChangesFirst() throws {
        let first = root.authority("First") { $0.notAfter = "20260801000000Z" }
        let second = root.authority("Second") { $0.notAfter = "20260901000000Z" }
        let files = [second, second.issue("mail.contoso.com"), first, first.issue("mail.contoso.com")]
        var fixture = TimelineFixture(anchors: [root], files: files)
        fixture.mostJudgements = 1
        let timeline = try fixture.timeline()
        #expect(timeline.certificates.map { $0.stop?.day } == ["2026-08-01", "2027-01-01"])
        #expect(timeline.leftOut?.from == (try .day("2026-09-01T00:00:01Z")))
    }

    @Test func tellsAFileThatCouldNotBeRead() throws {
        let leaf = root.issue("mail.contoso.com")
        let builder = TimelineBuilder(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            time: try .day("2026-06-01")
        )
        let timeline = builder.timeline(of: [
            .octets(leaf.der, name: "a.cer"), .octets(Array(leaf.pem.utf8.prefix(200)), name: "cut.pem"),
        ])
        let task = try #require(timeline.tasks.first)
        #expect(task.kind == .incomplete)
        #expect(task.details.contains { $0.hasPrefix("Not read: cut.pem: ") })
    }
}
