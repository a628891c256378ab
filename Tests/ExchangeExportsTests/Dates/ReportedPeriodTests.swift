import Testing

@testable import ExchangeExports

@Suite("Reported periods")
struct ReportedPeriodTests {
    @Test func readsBothDatesInOneOrder() {
        let period = ReportedPeriod(notBefore: "9/13/2012 5:26:01 PM", notAfter: "9/12/2017 5:26:01 PM")
        #expect(period.notAfter?.time?.month == 9)
    }

    @Test func doesNotEndBeforeItBegins() {
        let period = ReportedPeriod(notBefore: "02/03/2021", notAfter: "01/12/2021")
        #expect(period.notBefore?.time?.month == 3 && period.notAfter?.time?.month == 12)
    }

    @Test func keepsDatesThatNeverStandTheRightWayRound() {
        let period = ReportedPeriod(notBefore: "02/03/2021", notAfter: "02/03/2020")
        #expect(period.notBefore?.readings.count == 2 && period.notAfter?.readings.count == 2)
        #expect(ReportedPeriod(notBefore: "02/03/2021", notAfter: nil).notBefore?.isAmbiguous == true)
    }

    @Test func settlesAllPeriodsOfAFile() {
        let settled = ReportedPeriod.settle([
            ReportedPeriod(notBefore: "01/02/2021", notAfter: "03/04/2022"),
            ReportedPeriod(notBefore: "02/03/2021", notAfter: "01/12/2021"),
        ])
        #expect(settled.first?.notAfter?.time?.month == 4)
    }
}
