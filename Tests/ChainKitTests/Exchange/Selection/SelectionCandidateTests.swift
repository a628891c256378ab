import TestSupport
import Testing

@testable import ChainKit

@Suite("PossibleTime")
struct PossibleTimeTests {
    private let noon = Instant(seconds: 1_790_000_000)

    private func time(_ seconds: Int64..., zone: Bool = false, file: String = "a") -> PossibleTime? {
        let readings = seconds.map { Instant(seconds: noon.seconds + $0) }
        return PossibleTime(ReportedTime(text: "", readings: readings, hasZone: zone), in: file)
    }

    @Test func ordersWhatIsKnownToTheSecond() {
        let later = PossibleTime(Instant(seconds: noon.seconds + 1))
        #expect(PossibleTime(noon).mayBeAtOrBefore(later))
        #expect(!later.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(later.mayBeAtOrBefore(later))
    }

    @Test func takesEveryReadingForPossible() throws {
        let ambiguous = try #require(time(-90_000, 90_000, zone: true))
        #expect(ambiguous.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(PossibleTime(noon).mayBeAtOrBefore(ambiguous))
    }

    @Test func allowsForAnyZoneWhereNoneIsNamed() throws {
        let near = try #require(time(13 * 3_600))
        let far = try #require(time(15 * 3_600))
        #expect(near.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(!far.mayBeAtOrBefore(PossibleTime(noon)))
        #expect(PossibleTime(noon).mayBeAtOrBefore(try #require(time(-11 * 3_600))))
        #expect(!PossibleTime(noon).mayBeAtOrBefore(try #require(time(-13 * 3_600))))
    }

    @Test func takesTimesOfOneFileToBeInOneZone() throws {
        let earlier = try #require(time(0))
        let later = try #require(time(7_200))
        #expect(!later.mayBeAtOrBefore(earlier))
        #expect(later.mayBeAtOrBefore(try #require(time(0, file: "b"))))
        #expect(try #require(time(1_800)).mayBeAtOrBefore(earlier))
    }

    @Test func isNoneForTextThatIsNoDate() { #expect(time() == nil) }
}
