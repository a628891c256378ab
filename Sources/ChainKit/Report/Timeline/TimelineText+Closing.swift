// What is to be done, what does not work, and what was not seen.
extension TimelineText {
    func writeTasks(_ report: TimelineReport, to page: inout TextPage) {
        let tasks = report.timeline.tasks
        guard !tasks.isEmpty else { return }
        page.paragraph(
            style.paint("TO DO", .strong) + ", \(Count.text(report.leadDays, "day")) before it is due"
        )
        for task in tasks.prefix(Self.tasksShown) {
            page.wrap(
                TextPage.show(task.summary, upTo: TextPage.messageLimit),
                after: "  \(report.beginning(of: task).date)  ",
                hanging: 14
            )
        }
        if tasks.count > Self.tasksShown {
            let rest = Count.text(tasks.count - Self.tasksShown, "more thing")
            page.paragraph("and \(rest) to do; --format json and ics have all", indent: 2, hanging: 2)
        }
        page.blank()
    }

    /// Things to do that are named one by one.
    private static let tasksShown = 40

    func writeUnfit(_ timeline: Timeline, to page: inout TextPage) {
        let unfit = timeline.certificates.filter(\.working.isEmpty)
        guard !unfit.isEmpty else { return }
        page.paragraph(style.paint("DOES NOT WORK", .strong) + ", now or later")
        for certificate in unfit.prefix(Self.shown) {
            let label = TextPage.show(certificate.certificate.label, upTo: 64)
            page.paragraph(
                "\(label): \(TextPage.show(certificate.failure ?? "", upTo: TextPage.messageLimit))",
                indent: 2,
                hanging: 2
            )
        }
        if unfit.count > Self.shown {
            page.paragraph("and \(Count.text(unfit.count - Self.shown)) more", indent: 2)
        }
    }

    func writeGaps(_ timeline: Timeline, to page: inout TextPage) {
        if let leftOut = timeline.leftOut {
            page.paragraph(style.paint("LEFT OUT", .bad) + " \(leftOut.words)", hanging: 2)
        }
        for file in timeline.files where file.hasErrors {
            page.paragraph(
                "not read: \(TextPage.show(file.path)): \(TextPage.show(file.worstProblem?.message ?? file.status))",
                indent: 2,
                hanging: 2
            )
        }
    }
}
