import ArgumentParser

/// The forms in which a command can answer.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson
}
