/// Reads what PowerShell wrote out, whatever the format: told apart by content, never by the file's name.
package struct ExportReader: Sendable {
    private let limits: ExportLimits

    /// Makes a reader that keeps to limits.
    package init(limits: ExportLimits = ExportLimits()) { self.limits = limits }

    /// Reads one file's octets.
    ///
    /// Never fails: what cannot be read is among the problems, and what is no export has no format.
    package func read(_ octets: [UInt8], path: String) -> ExportContent {
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
}
