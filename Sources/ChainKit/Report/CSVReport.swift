/// Writes an audit as comma-separated values: a line for every certificate and a line for every file.
///
/// Both kinds of line have all columns; `record` says which it is. So the lines of kind `file` are every file that
/// was found, and none is missing because it gave no certificate.
public struct CSVReport: AuditObserver {
    /// The columns, in order.
    public static let columns = [
        "record", "verdict", "score", "role", "path", "index", "places", "thumbprint", "sha256", "subject",
        "issuer",
        "serialNumber", "notBefore", "notAfter", "daysLeft", "key", "signatureAlgorithm", "names", "covered",
        "notCovered", "serverVerdict", "clientVerdict", "errors", "warnings", "notes", "message", "remedy",
        "issuedBy", "tlsCertificateName", "kind", "status", "certificates", "installations",
        "signaturesChecked", "linkTarget",
    ]

    private var output: ReportBuffer
    private var lines = CSVLines(time: Instant(seconds: 0), signatureChecking: .checked)

    /// Makes a writer.
    public init(sink: @escaping ReportSink) { output = ReportBuffer(sink) }

    /// Writes the names of the columns.
    public mutating func begin(_ header: AuditHeader) throws {
        lines = CSVLines(time: header.time, signatureChecking: header.signatureChecking)
        var line = CSVLine()
        for column in Self.columns { line.add(column) }
        line.end()
        try output.append(line.take())
    }

    /// Writes a line of kind `file`.
    public mutating func file(_ record: FileRecord) throws {
        var line = CSVLine()
        lines.write(record, to: &line)
        try output.append(line.take())
    }

    /// Writes a line of kind `certificate`.
    public mutating func certificate(_ record: AuditRecord) throws {
        var line = CSVLine()
        lines.write(record, to: &line)
        try output.append(line.take())
    }

    /// Lines do not depend on each other.
    public var renderer: (any AuditRenderer)? { lines }

    /// Writes lines as they were rendered.
    public mutating func rendered(_ octets: [UInt8]) throws { try output.append(octets) }

    /// Hands the rest to the sink.
    public mutating func end(_ summary: AuditSummary) throws { try output.flush() }
}
