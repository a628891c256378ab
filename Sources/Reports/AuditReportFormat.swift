package import ChainKit

/// A form in which an audit can be reported; Documentation/Extending.md says how another one is added.
package struct AuditReportFormat: Sendable {
    /// What a user may want otherwise.
    package struct Settings {
        /// The version of the tool that reports.
        package var toolVersion: String
        /// How text is laid out.
        package var style: TextStyle
        /// What text tells.
        package var text: TextReport.Options
        /// Whether each certificate itself goes into the report, where the format has a place for it.
        package var includesPEM: Bool

        /// Puts settings together.
        package init(toolVersion: String, style: TextStyle, text: TextReport.Options, includesPEM: Bool) {
            self.toolVersion = toolVersion
            self.style = style
            self.text = text
            self.includesPEM = includesPEM
        }
    }

    /// The name by which users ask for it.
    package let name: String
    /// Whether it is for reading: then it can be short, or explain.
    package let isForReading: Bool
    /// Whether it has a place for certificates themselves.
    package let takesPEM: Bool
    /// Whether its lines stand for themselves, so that a stream can be answered in it.
    package let isLineByLine: Bool
    /// Makes what writes it.
    package let writer: @Sendable (Settings, @escaping ReportSink) -> any AuditObserver

    /// Every format, in the order in which help names them.
    package static let all = [
        AuditReportFormat("text", isForReading: true) {
            TextReport(toolVersion: $0.toolVersion, style: $0.style, options: $0.text, sink: $1)
        },
        AuditReportFormat("json", takesPEM: true) {
            JSONReport(toolVersion: $0.toolVersion, includesPEM: $0.includesPEM, sink: $1)
        },
        AuditReportFormat("ndjson", takesPEM: true, isLineByLine: true) {
            NDJSONReport(toolVersion: $0.toolVersion, includesPEM: $0.includesPEM, sink: $1)
        },
        AuditReportFormat("csv") { CSVReport(sink: $1) },
    ]

    /// Their names as a sentence lists them.
    package static var names: String {
        let names = all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    private init(
        _ name: String,
        isForReading: Bool = false,
        takesPEM: Bool = false,
        isLineByLine: Bool = false,
        writer: @escaping @Sendable (Settings, @escaping ReportSink) -> any AuditObserver
    ) {
        self.name = name
        self.isForReading = isForReading
        self.takesPEM = takesPEM
        self.isLineByLine = isLineByLine
        self.writer = writer
    }
}
