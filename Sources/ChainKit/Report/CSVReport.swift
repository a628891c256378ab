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
    ]

    /// Names in one field; a certificate can hold thousands, a spreadsheet's cell 32,767 characters.
    private static let names = 100

    private var output: ReportBuffer
    private var line = CSVLine()
    private var names = NameTexts()
    private var time = Instant(seconds: 0)

    /// Makes a writer.
    public init(sink: @escaping ReportSink) { output = ReportBuffer(sink) }

    /// Writes the names of the columns.
    public mutating func begin(_ header: AuditHeader) throws {
        time = header.time
        for column in Self.columns { line.add(column) }
        try endLine()
    }

    /// Writes a line of kind `file`.
    public mutating func file(_ record: FileRecord) throws {
        line.add("file")
        skip(to: "path")
        line.add(record.path)
        skip(to: "notes")
        line.add(record.notes)
        line.add(record.problems.map(\.message))
        skip(to: "kind")
        line.add(record.kind.rawValue)
        line.add(record.status)
        line.add(record.certificates)
        line.skip(to: Self.columns.count)
        try endLine()
    }

    /// Writes a line of kind `certificate`.
    public mutating func certificate(_ record: AuditRecord) throws {
        let certificate = record.certificate
        line.add("certificate")
        line.add(record.verdict?.rawValue)
        line.add(record.score?.value)
        line.add(record.role.rawValue)
        line.add(record.sources.first?.path)
        line.add(record.sources.first?.index)
        line.add(record.sources.count)
        line.add(certificate.thumbprint.hexadecimal)
        line.add(certificate.sha256.hexadecimal)
        line.add(certificate.subject.rfc4514)
        let issuer = names.texts(of: certificate.issuer)
        line.add(issuer.rfc4514)
        line.add(certificate.serialNumber.hexadecimal)
        line.add(certificate.notBefore.instant?.rfc3339)
        line.add(certificate.notAfter.instant?.rfc3339)
        line.add(certificate.notAfter.instant.map { time.days(until: $0) })
        line.add(certificate.publicKey.name)
        line.add(certificate.signatureAlgorithm.name)
        addNames(of: certificate)
        line.add(record.coverage.filter(\.coverage.isCovered).map(\.reference.text))
        line.add(record.coverage.filter { !$0.coverage.isCovered }.map(\.reference.text))
        line.add(record.roleVerdicts[.server]?.rawValue)
        line.add(record.roleVerdicts[.client]?.rawValue)
        addFindings(record.findings)
        line.add((record.search.best?.path.certificates ?? []).dropFirst().map(\.label))
        line.add("<I>\(issuer.dotNet)<S>\(certificate.subject.dotNet)")
        skip(to: "installations")
        line.add(record.installations.map(\.words))
        try endLine()
    }

    /// Hands the rest to the sink.
    public mutating func end(_ summary: AuditSummary) throws { try output.flush() }

    private mutating func addNames(of certificate: Certificate) {
        let all = certificate.subjectAlternativeNames
        var texts = all.prefix(Self.names).map(\.printed)
        if all.count > texts.count { texts.append("and \(all.count - texts.count) more") }
        line.add(texts)
    }

    private mutating func addFindings(_ findings: [Finding]) {
        for severity in [Severity.error, .warning, .note] {
            line.add(findings.filter { $0.severity == severity }.map(\.rule))
        }
        line.add(findings.filter { $0.severity != .note }.map(\.message))
        line.add(findings.first { $0.severity != .note }?.remedy)
    }

    private mutating func skip(to column: String) {
        line.skip(to: Self.columns.firstIndex(of: column) ?? Self.columns.count)
    }

    private mutating func endLine() throws {
        line.end()
        try output.append(line.take())
    }
}
