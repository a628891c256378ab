/// Reads what `Export-Clixml` wrote (MS-PSRP, 2.2.5).
package struct CliXMLReader: Sendable {
    private let limits: ExportLimits

    /// Makes a reader that keeps to limits.
    package init(limits: ExportLimits = ExportLimits()) { self.limits = limits }

    /// Reads one file's octets.
    package func read(_ octets: [UInt8], path: String) -> ExportContent {
        ExportContent(format: .clixml)
    }
}
