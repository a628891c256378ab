import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit

struct TimelineBuilderTests {
    @Test func stopsWithTheCertificateItself() throws {
        let root = Forge.authority("Root")
        let leaf = root.issue("mail.contoso.com")
        let timeline = try TimelineFixture(anchors: [root], files: [leaf]).timeline()
        let only = try #require(timeline.certificates.first)
        #expect(only.worksNow)
        #expect(only.stop?.cause.kind == .certificateExpires)
        #expect(only.stop?.time == (try .day("2027-01-01T00:00:01Z")))
        #expect(only.entries.map(\.kind) == [.stops])
        #expect(only.concerned.map(\.label) == ["mail.contoso.com", "Root"])
        #expect(timeline.lifetimeSteps.isEmpty)
        #expect(timeline.end > (try .day("2027-01-14")))
    }

    @Test func stopsWithAnIntermediateThatEndsFirst() throws {
        let root = Forge.authority("Root")
        let issuing = root.authority("Issuing") { $0.notAfter = "20260901000000Z" }
        let leaf = issuing.issue("mail.contoso.com")
        let timeline = try TimelineFixture(anchors: [root], files: [leaf, issuing]).timeline()
        let stop = try #require(timeline.certificates.first?.stop)
        #expect(stop.cause.kind == .intermediateExpires)
        #expect(stop.time.date == "2026-09-01")
        #expect(stop.cause.message == "the intermediate \"Issuing\" expires on 2026-09-01")
    }

    @Test func stopsWithARootThatEndsFirst() throws {
        let root = Forge.authority("Root") { $0.notAfter = "20261001000000Z" }
        let timeline = try TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
            .timeline()
        #expect(timeline.certificates.first?.stop?.cause.kind == .rootExpires)
    }

    @Test func tellsWhenAnotherPathTakesOver() throws {
        let (old, new) = (Forge.authority("Old Root"), Forge.authority("New Root"))
        let key = ForgedKey.fresh(.p256)
        let first = old.authority("Issuing") {
            $0.key = key
            $0.notAfter = "20260901000000Z"
        }
        let cross = new.authority("Cross")
        let third = cross.authority("Issuing") { $0.key = key }
        let leaf = first.issue("mail.contoso.com")
        let files = [leaf, first, cross, third]
        let timeline = try TimelineFixture(anchors: [old, new], files: files).timeline()
        let only = try #require(timeline.certificates.first)
        let change = try #require(only.entries.first)
        #expect(change.kind == .pathChanges)
        #expect(change.time.date == "2026-09-01")
        #expect(change.message.contains("the path by Issuing > Cross > New Root takes over"))
        #expect(change.intermediates.map(\.label) == ["Issuing", "Cross"])
        #expect(only.stop?.cause.kind == .certificateExpires)
        #expect(timeline.tasks.map(\.kind) == [.installIntermediates, .renew])
    }

    @Test func tellsWhenACertificateBeginsToWork() throws {
        let root = Forge.authority("Root")
        let leaf = root.issue("mail.contoso.com") { $0.notBefore = "20260701000000Z" }
        let timeline = try TimelineFixture(anchors: [root], files: [leaf]).timeline()
        let only = try #require(timeline.certificates.first)
        #expect(!only.worksNow)
        #expect(only.entries.map(\.kind) == [.works, .stops])
        #expect(only.working.count == 1)
        #expect(only.working.first?.from == (try .day("2026-07-01")))
    }

    @Test func asksForOneNowWhereNoneWorks() throws {
        let root = Forge.authority("Root")
        let expired = root.issue("mail.contoso.com") { $0.notAfter = "20260301000000Z" }
        let timeline = try TimelineFixture(anchors: [root], files: [expired]).timeline()
        #expect(timeline.certificates.first?.stop == nil)
        #expect(timeline.certificates.first?.failure?.contains("expired") == true)
        #expect(timeline.tasks.map(\.kind) == [.replaceNow])
        #expect(timeline.tasks.first?.due == timeline.start)
    }

    @Test func findsNoEndWhereTheCertificateSaysThatItHasNone() throws {
        let root = Forge.authority("Root") { $0.notAfter = "99991231235959Z" }
        let leaf = root.issue("mail.contoso.com") { $0.notAfter = "99991231235959Z" }
        let timeline = try TimelineFixture(anchors: [root], files: [leaf]).timeline()
        let only = try #require(timeline.certificates.first)
        #expect(only.worksNow)
        #expect(only.stop == nil)
        #expect(only.working.first?.until == nil)
        #expect(timeline.tasks.isEmpty)
    }

    @Test func putsTheFirstToStopFirst() throws {
        let root = Forge.authority("Root")
        let late = root.issue("mail.contoso.com")
        let early = root.issue("mail.contoso.com") { $0.notAfter = "20260801000000Z" }
        let unfit = root.issue("mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] }
        let timeline = try TimelineFixture(anchors: [root], files: [unfit, late, early]).timeline()
        #expect(
            timeline.certificates.map { $0.stop?.time.date } == ["2026-08-01", "2027-01-01", nil]
        )
    }

    @Test func tellsTheListsDatesForRealCertificates() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Examples/real/certs").path
        let builder = TimelineBuilder(
            trust: .microsoft(try MicrosoftRootList.embedded()),
            time: try .day("2018-10-10")
        )
        let listing = FolderWalk(roots: [folder]).list()
        let timeline = builder.timeline(of: listing.files.map { .file($0) })
        let working = timeline.certificates.filter { !$0.working.isEmpty }
        #expect(working.map { $0.stop?.time.date } == ["2018-11-16", "2018-12-25"])
        let first = try #require(working.first)
        #expect(first.isPublic)
        #expect(first.entries.map(\.kind) == [.stops, .renewalNotTrusted, .rootDisabled])
        #expect(first.renewalLimit?.date == "2021-02-01")
        // The date lies behind the renewal, so that it asks for nothing yet.
        #expect(timeline.tasks.map(\.kind) == [.renew, .renew])
        #expect(timeline.tasks.allSatisfy { task in !task.details.contains { $0.contains("another root") } })
    }

    @Test func stopsWhereMicrosoftDisablesTheRoot() throws {
        let list = try MicrosoftRootList.embedded()
        let disabled = list.entries.lazy.compactMap { entry in
            entry.disabled.instant.flatMap { date in
                list.certificate(of: entry.thumbprint).map { (entry: entry, date: date, root: $0) }
            }
        }
        let (entry, date, root) = try #require(
            disabled.first { $0.root.notAfter.instant.map { $0 > .init(seconds: 1_900_000_000) } ?? false }
        )
        let attempt = PathAttempt(
            path: CertificationPath(
                certificates: [root],
                anchor: TrustAnchor(certificate: root, terms: .microsoft(entry))
            ),
            defects: [],
            notes: []
        )
        let cause = TimelineCause(losing: attempt, of: root, at: date, failure: nil)
        #expect(cause.kind == .rootDisabled)
        #expect(cause.message.hasSuffix("on \(date.date)"))
    }
}
