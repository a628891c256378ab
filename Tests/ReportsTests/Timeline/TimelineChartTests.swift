import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

struct TimelineChartTests {
    private let start = Instant(seconds: 0)

    private func chart(_ columns: Int = 20) -> TimelineChart {
        TimelineChart(from: start, to: start.adding(days: 20), columns: columns)
    }

    @Test func drawsADayAsAColumnWhereThereAreAsManyOfBoth() {
        let bar = chart().bar([(from: start.adding(days: -5), until: start.adding(days: 8))])
        #expect(bar == "========............")
    }

    @Test func showsThatABarGoesOn() {
        #expect(chart().bar([(from: start.adding(days: 15), until: nil)]) == "...............====>")
        #expect(chart().bar([(from: start, until: start.adding(days: 21))]).last == ">")
        #expect(chart().bar([(from: start, until: start.adding(days: 20))]).last == "=")
    }

    @Test func putsMarksOnTheirDays() {
        let marks = [
            TimelineChart.Mark(time: start.adding(days: 3), letter: "N"),
            TimelineChart.Mark(time: start.adding(days: 19), letter: "D"),
            TimelineChart.Mark(time: start.adding(days: 20), letter: "X"),
        ]
        #expect(chart().bar([(from: start, until: nil)], marks: marks) == "===N===============D")
    }

    @Test func writesTextsFromTheirDaysOn() {
        let line = chart().line([
            (from: start, text: "200 days"), (from: start.adding(days: 5), text: "100 days"),
        ])
        #expect(line == "|200 |100 days      ")
    }

    @Test(arguments: [0, 10, 11, 22, 40, 41, 200])
    func fillsItsColumnsWithPlainASCII(_ columns: Int) {
        let chart = chart(columns)
        let count = max(columns, TimelineChart.fewest)
        for line in [chart.dates, chart.axis, chart.bar([]), chart.line([(from: start, text: "x")])] {
            #expect(line.count == count)
            #expect(line.utf8.allSatisfy { 0x20..<0x7f ~= $0 })
        }
    }
}
