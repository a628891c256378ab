import ChainKit

/// Writes roots in the form that was asked for.
struct RootReport {
    let list: MicrosoftRootList
    let instant: Instant
    let style: TextStyle

    func write(_ entries: [RootListEntry], as format: ReportFormat) throws {
        switch format {
        case .text:
            let table = RootTable(list: list, instant: instant, style: style)
            try StandardOutput.write(
                table.text(of: entries) + "\n" + RootTable.legend + "\n"
                    + RootSummary.text(of: list, at: instant, style: style)
            )
        case .ndjson:
            var lines = ""
            for entry in entries { lines += try RootRecord.value(of: entry, in: list, at: instant).line() }
            try StandardOutput.write(lines)
        case .json:
            try StandardOutput.write(
                JSONValue.object([
                    "schemaVersion": JSONValue.schemaVersion,
                    "at": .string(instant.rfc3339),
                    "list": RootSummary.value(of: list, at: instant),
                    "roots": .array(
                        entries.map { RootRecord.value(of: $0, in: list, at: instant).withCamelCaseMembers }
                    ),
                ]).document()
            )
        }
    }
}
