import Forges
import TestSupport
import Testing

@testable import ChainKit

struct TimelineTaskTests {
    private let root = Forge.authority("Root")

    @Test func namesTheSameTaskAlikeOnEveryDay() throws {
        var fixture = TimelineFixture(anchors: [root], files: [root.issue("mail.contoso.com")])
        let first = try fixture.timeline().tasks.map(\.identifier)
        fixture.start = "2026-08-15T10:00:00Z"
        #expect(try fixture.timeline().tasks.map(\.identifier) == first)
        #expect(first.count == 1)
        #expect(first.allSatisfy { $0.hasPrefix("renew-") && $0.hasSuffix("@chaincheck") })
    }

    @Test func namesTheTasksOfTwoCertificatesApart() throws {
        let files = [root.issue("mail.contoso.com"), root.issue("mail.contoso.com")]
        let tasks = try TimelineFixture(anchors: [root], files: files).timeline().tasks
        #expect(Set(tasks.map(\.identifier)).count == 2)
    }

    @Test func tellsTheStepsOfTheBaselineRequirementsWithTheNumbersOfTheRule() throws {
        #expect(LifetimeStep.all.map(\.days) == [398, 200, 100, 47])
        let steps = LifetimeStep.between(try .day("2026-06-01"), try .day("2027-06-01"))
        #expect(steps.map(\.days) == [100])
        #expect(LifetimeStep.inForce(on: try .day("2029-03-15"))?.days == 47)
        #expect(LifetimeStep.inForce(on: try .day("2029-03-14T23:59:59Z"))?.days == 100)
        #expect(LifetimeStep.inForce(on: try .day("2019-01-01")) == nil)
    }

    @Test func plansForTheShorterLifeOfWhatAPublicCAIssues() throws {
        let timeline = try Timeline.ofAPublicCertificate()
        #expect(timeline.lifetimeNow?.days == 200)
        #expect(timeline.lifetimeSteps.map(\.days) == [100])
        let tasks = timeline.tasks
        #expect(tasks.map(\.kind) == [.shorterLife, .renew])
        #expect(tasks.map(\.due.date) == ["2027-03-15", "2027-06-01"])
        #expect(tasks.last?.details.contains { $0.contains("may have 100 days") } == true)
    }
}
