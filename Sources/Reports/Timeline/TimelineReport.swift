package import ChainKit

/// Everything that a report on the days to come says.
package struct TimelineReport: Sendable {
    /// The files and folders as a person typed them.
    package var inputs: [String]
    /// On what trust rests, in words.
    package var trust: String
    /// The days before a thing is due on which its event stands.
    package var leadDays: Int
    /// What the days to come bring.
    package var timeline: Timeline

    /// Puts a report together.
    package init(inputs: [String], trust: String, leadDays: Int, timeline: Timeline) {
        self.inputs = inputs
        self.trust = trust
        self.leadDays = leadDays
        self.timeline = timeline
    }

    /// A name by which a person knows the calendar.
    var calendarName: String {
        let names = timeline.references.map(\.text)
        return
            "Certificates \(names.isEmpty ? "in " + inputs.joined(separator: ", ") : "for " + names.joined(separator: ", "))"
    }

    /// The first instant of the day on which a task is to be begun: so many days before it is due, and not before
    /// the day of the report.
    func beginning(of task: TimelineTask) -> Instant {
        max(task.due.adding(days: -leadDays), timeline.start)
    }
}
