// What was not to be had, and what could not be read.
extension ExchangeText {
    func writeGaps(_ report: ExchangeReport, to page: inout TextPage) {
    }

    func writeFiles(_ report: ExchangeReport, to page: inout TextPage) {
        for problem in report.diagnosis.situation.inventory.problems {
            let place = "\(TextPage.show(problem.place.path)):\(problem.place.line): "
            page.paragraph(
                place + TextPage.show(problem.reason, upTo: TextPage.messageLimit)
                    + (problem.hint.map { "; " + TextPage.show($0) } ?? ""),
                hanging: 2
            )
        }
    }
}
