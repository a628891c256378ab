/// Reads what PowerShell wrote out, whatever the format: told apart by content, never by the file's name.
package struct ExportReader: Sendable {
    private let limits: ExportLimits

    /// How much of a file that is too large is looked at, to say so of an export alone.
    private static let sample = 1 << 16

    /// Makes a reader that keeps to limits.
    package init(limits: ExportLimits = ExportLimits()) { self.limits = limits }

    /// Reads one file's octets.
    ///
    /// Never fails: what cannot be read is among the problems, and what is no export has no format.
    package func read(_ octets: [UInt8], path: String) -> ExportContent {
        guard octets.count <= limits.octets else { return tooLarge(octets, path: path) }
        if Self.isCliXML(octets) { return CliXMLReader(limits: limits).read(octets, path: path) }
        guard let text = TextEncoding(octets).text(of: octets),
            let first = text.first(where: { $0 != 0x20 && !(0x09...0x0d).contains($0) })
        else {
            return ExportContent(format: nil)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            var reader = JSONExportReader(path: path, limits: limits)
            let content = reader.read(text)
            // `[PS] C:\>` begins like an array.
            if content.format != nil { return content }
        }
        var csv = CSVExportReader(path: path, limits: limits)
        let content = csv.read(text)
        if content.format != nil { return content }
        var formatted = FormattedOutputReader(path: path, limits: limits)
        return formatted.read(PastedText(text))
    }

    /// Whether the root element of CliXML is near the beginning: before it there is a declaration or `#< CLIXML`.
    private static func isCliXML(_ octets: [UInt8]) -> Bool {
        // Without its zeros UTF-16 reads like ASCII.
        let head = octets.prefix(2_048).filter { $0 != 0 }
        return head.split(separator: UInt8(ascii: "<")).contains { $0.starts(with: "Objs".utf8) }
    }

    private func tooLarge(_ octets: [UInt8], path: String) -> ExportContent {
        var beginning = octets.prefix(Self.sample)
        // Not to end within a character.
        if octets.count > Self.sample, let end = beginning.lastIndex(of: UInt8(ascii: "\n")) {
            beginning = beginning[..<end]
        }
        let sample = ExportReader().read(Array(beginning), path: path)
        guard let format = sample.format else { return sample }
        let place = ExportPlace(path: path, line: 1)
        return ExportContent(
            format: format,
            problems: [ExportProblem(place, "the file has more than \(limits.octets) octets")]
        )
    }
}

/// What one file of exports holds.
package struct ExportContent: Sendable, Hashable {
    /// The format, nil where the file is no export at all.
    package var format: ExportFormat?
    /// The objects in the order of the file.
    package var objects: [ExportedObject]
    /// What could not be read.
    package var problems: [ExportProblem]

    /// Puts a content together.
    package init(
        format: ExportFormat?,
        objects: [ExportedObject] = [],
        problems: [ExportProblem] = []
    ) {
        self.format = format
        self.objects = objects
        self.problems = problems
    }
}

/// The formats in which PowerShell writes objects out.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    /// `Export-Clixml` (MS-PSRP, 2.2.5).
    case clixml
    /// `Format-List`.
    case list = "format-list"
    /// `Format-Table`.
    case table = "format-table"
    /// `ConvertTo-Json`.
    case json
    /// `Export-Csv`.
    case csv
}
