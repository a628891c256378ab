import Testing

@testable import ExchangeExports

@Suite("Reported dates")
struct ReportedDateTests {
    private static let afternoon = ExportedTime(
        year: 2021,
        month: 9,
        day: 16,
        hour: 13,
        minute: 30,
        second: 5
    )

    @Test(arguments: [
        "9/16/2021 1:30:05 PM", "16/09/2021 13:30:05", "16.09.2021 13:30:05", "16.9.2021 13.30.05",
        "2021-09-16 13:30:05", "2021/09/16 13:30:05", "2021. 09. 16. 13:30:05", "16-09-2021 13:30:05",
        "2021-09-16T13:30:05", "2021-09-16T13:30:05.1234567", "16/09/2021 1:30:05 p. m.",
        "16/09/2021 01:30:05 p.m.", "2021/9/16 \u{4e0b}\u{5348} 01:30:05",
        "2021/9/16 \u{4e0b}\u{5348}01:30:05",
        "2021-09-16 \u{c624}\u{d6c4} 1:30:05", "16/09/2021 01:30:05 \u{645}",
        "\u{661}\u{666}/\u{660}\u{669}/\u{662}\u{660}\u{662}\u{661} \u{660}\u{661}:\u{663}\u{660}:\u{660}\u{665} \u{645}",
        "16/09/2021 1:30:05 \u{3bc}\u{3bc}", "16.9.2021 \u{433}. 13:30:05", "16/9/2564 13:30:05",
        "Thursday, September 16, 2021 1:30:05 PM", "16-Sep-2021 13:30:05", "16-Sep-21 13:30:05",
        "\u{200e}9/\u{200e}16/\u{200e}2021 1:30:05\u{202f}PM", "16.9.2021. 13:30:05", "9/16/21 1:30:05 PM",
    ])
    func readsTheDatesOfManyCultures(_ text: String) {
        #expect(ReportedDate(text)?.readings == [Self.afternoon])
    }

    @Test(arguments: [("Z", 0), ("+02:00", 7_200), (" -05:30", -19_800), (" GMT", 0), ("+0200", 7_200)])
    func readsZones(_ zone: String, offset: Int) {
        #expect(ReportedDate("2021-09-16T13:30:05" + zone)?.time?.offset == offset)
    }

    @Test func givesBothReadingsOfAnAmbiguousDate() throws {
        let date = try #require(ReportedDate("12/02/2018 1:53:00 PM"))
        #expect(date.isAmbiguous && date.time == nil)
        #expect(date.readings.map(\.month) == [2, 12] && date.readings.map(\.day) == [12, 2])
        #expect(date.orders == [.dayMonthYear, .monthDayYear])
        #expect(date.time(in: .monthDayYear)?.month == 12)
        #expect(ReportedDate("02.02.2028 3:09:22")?.isAmbiguous == false)
        #expect(ReportedDate("03/03/2021")?.isAmbiguous == false)
        #expect(ReportedDate("03.04.2021")?.time?.month == 4)
        #expect(ReportedDate("01/02/03")?.readings.count == 3)
    }

    @Test(arguments: [("12:15:00 AM", 0), ("12:15:00 PM", 12), ("0:15:00", 0), ("11:15:00 PM", 23)])
    func countsHoursFromMidnight(_ text: String, hour: Int) {
        #expect(ReportedDate("9/16/2021 " + text)?.time?.hour == hour)
    }

    @Test(arguments: [
        "", "never", "13/13/2021", "31.02.2021", "12:10:05", "10.0.0.1", "1443/02/09", "16.09.2021 25:00:00",
        "16.09.2021 13", "16.09.2021 PM", "16.09.2021 13:30:05 extra", "16.09.2021 13:30:05+99:00", "2021",
        "9/16/2021 1:30 PM PM", "999999999999/1/1", "1//2/2021", "15.2.1544.4",
    ])
    func takesOtherTextsForNoDate(_ text: String) {
        #expect(ReportedDate(text) == nil)
    }

    @Test func settlesTheDatesOfAFileByOneThatIsClear() {
        let settled = ReportedDate.settle(["12/02/2018", "18/02/2016", "nothing"])
        #expect(settled.map { $0?.time?.month } == [2, 2, nil])
        #expect(ReportedDate.settle(["12/02/2018", "01/02/2016"]).allSatisfy { $0?.isAmbiguous == true })
        #expect(ReportedDate.settle([]).isEmpty)
    }

    @Test func settlesNothingWhereTwoCulturesWrote() {
        let settled = ReportedDate.settle(["12/02/2018", "18/02/2016", "02/18/2016"])
        #expect(settled.map { $0?.isAmbiguous } == [true, false, false])
    }
}

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
