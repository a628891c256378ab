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
