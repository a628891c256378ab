package import ChainKit
import Octets

/// Writes an audit as comma-separated values: a line for every certificate and a line for every file.
///
/// Both kinds of line have all columns; `record` says which it is. So the lines of kind `file` are every file that
/// was found, and none is missing because it gave no certificate.
package struct CSVReport: AuditObserver {
    /// The columns, in order.
    package static let columns = [
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
    package init(sink: @escaping ReportSink) { output = ReportBuffer(sink) }

    /// Writes the names of the columns.
    package mutating func begin(_ header: AuditHeader) throws {
        lines = CSVLines(time: header.time, signatureChecking: header.signatureChecking)
        var line = CSVLine()
        for column in Self.columns { line.add(column) }
        line.end()
        try output.append(line.take())
    }

    /// Writes a line of kind `file`.
    package mutating func file(_ record: FileRecord) throws {
        var line = CSVLine()
        lines.write(record, to: &line)
        try output.append(line.take())
    }

    /// Writes a line of kind `certificate`.
    package mutating func certificate(_ record: AuditRecord) throws {
        var line = CSVLine()
        lines.write(record, to: &line)
        try output.append(line.take())
    }

    /// Lines do not depend on each other.
    package var renderer: (any AuditRenderer)? { lines }

    /// Writes lines as they were rendered.
    package mutating func rendered(_ octets: [UInt8]) throws { try output.append(octets) }

    /// Hands the rest to the sink.
    package mutating func end(_ summary: AuditSummary) throws { try output.flush() }
}

/// The lines of comma-separated values for files and certificates, each on its own.
struct CSVLines: AuditRenderer {
    /// The instant of the audit.
    let time: Instant
    /// Whether signatures are checked: said in each line, as lines are copied out of a table one by one.
    let signatureChecking: SignatureChecking

    /// Names in one field; a certificate can hold thousands, a spreadsheet's cell 32,767 characters.
    private static let names = 100

    func append(_ file: FileRecord, to text: inout OctetText) {
        var line = CSVLine(after: text)
        write(file, to: &line)
        text = line.handOver()
    }

    func append(_ certificate: AuditRecord, to text: inout OctetText) {
        var line = CSVLine(after: text)
        write(certificate, to: &line)
        text = line.handOver()
    }

    /// Writes a line of kind `file`.
    func write(_ record: FileRecord, to line: inout CSVLine) {
        line.add("file")
        skip(to: "path", in: &line)
        line.add(record.path)
        skip(to: "notes", in: &line)
        line.add(record.notes)
        line.add(record.problems.map(\.message))
        skip(to: "kind", in: &line)
        line.add(record.kind.rawValue)
        line.add(record.status)
        line.add(record.certificates)
        skip(to: "linkTarget", in: &line)
        line.add(record.linkTarget)
        line.end()
    }

    /// Writes a line of kind `certificate`.
    func write(_ record: AuditRecord, to line: inout CSVLine) {
        let certificate = record.certificate
        line.add("certificate")
        line.add(record.verdict?.rawValue)
        line.add(record.score?.value)
        line.add(record.role.rawValue)
        line.add(record.sources.first?.path)
        line.add(record.sources.first?.index)
        line.add(record.sources.count)
        line.add { certificate.thumbprint.appendHexadecimal(to: &$0) }
        line.add { certificate.sha256.appendHexadecimal(to: &$0) }
        line.add(certificate.subject.rfc4514)
        line.add(certificate.issuer.rfc4514)
        line.add(certificate.serialNumber.hexadecimal)
        line.add { certificate.notBefore.instant?.appendRFC3339(to: &$0) }
        line.add { certificate.notAfter.instant?.appendRFC3339(to: &$0) }
        line.add(certificate.notAfter.instant.map { time.days(until: $0) })
        line.add(certificate.publicKey.name)
        line.add(certificate.signatureAlgorithm.name)
        addNames(of: certificate, in: &line)
        line.add(record.coverage.lazy.filter(\.coverage.isCovered).map(\.reference.text))
        line.add(record.coverage.lazy.filter { !$0.coverage.isCovered }.map(\.reference.text))
        line.add(record.roleVerdicts?[.server].rawValue)
        line.add(record.roleVerdicts?[.client].rawValue)
        addFindings(record.findings, in: &line)
        line.add((record.search.best?.path.certificates ?? []).dropFirst().map(\.label))
        line.add(TlsCertificateName(certificate).text)
        skip(to: "installations", in: &line)
        line.add(record.installations.map(\.words))
        line.add(signatureChecking == .checked ? "true" : "false")
        line.skip(to: CSVReport.columns.count)
        line.end()
    }

    private func addNames(of certificate: Certificate, in line: inout CSVLine) {
        let all = certificate.subjectAlternativeNames
        var texts = all.prefix(Self.names).map(\.printed)
        if all.count > texts.count { texts.append("and \(all.count - texts.count) more") }
        line.add(texts)
    }

    private func addFindings(_ findings: [Finding], in line: inout CSVLine) {
        for severity in [Severity.error, .warning, .note] {
            line.add(findings.lazy.filter { $0.severity == severity }.map(\.rule))
        }
        line.add(findings.lazy.filter { $0.severity != .note }.map(\.message))
        line.add(findings.first { $0.severity != .note }?.remedy)
    }

    private func skip(to column: String, in line: inout CSVLine) {
        line.skip(to: CSVReport.columns.firstIndex(of: column) ?? CSVReport.columns.count)
    }
}

/// A line of comma-separated values (RFC 4180).
struct CSVLine: ~Copyable {
    private var text: OctetText
    /// How many fields the line has so far.
    private(set) var fields = 0

    init() { text = OctetText() }

    /// Goes on after lines that are written already.
    init(after text: consuming OctetText) { self.text = text }

    /// Hands the text over.
    consuming func handOver() -> OctetText { text }

    /// The text so far, in UTF-8.
    var octets: [UInt8] { text.octets }

    /// Adds a field of text that comes from anywhere.
    ///
    /// A spreadsheet takes a field that begins with one of these characters for a formula and runs it, so an
    /// apostrophe goes before it (OWASP, CSV Injection). What does not print is escaped as on a terminal, so a field
    /// never holds a line end.
    mutating func add(_ text: String?) {
        addField { if let text { $0.append(safe: text) } }
    }

    /// Adds a field whose text stands in pieces and is digits, letters and dashes.
    mutating func add(_ append: (inout OctetText) -> Void) {
        separate()
        append(&text)
    }

    /// Adds a number, which is never taken for a formula.
    mutating func add(_ number: Int?) {
        add { text in
            guard let number else { return }
            if number < 0 { text.append(UInt8(ascii: "-")) }
            text.append(decimal: UInt64(number.magnitude))
        }
    }

    /// Adds several texts in one field.
    ///
    /// Each is made safe on its own: where the semicolon is the list separator of the land, a spreadsheet splits
    /// there.
    mutating func add(_ texts: some Sequence<String>) {
        addField { line in
            var isFirst = true
            for text in texts {
                if !isFirst { line.text.append("; " as StaticString) }
                isFirst = false
                line.append(safe: text)
            }
        }
    }

    /// Leaves fields empty until so many are there.
    mutating func skip(to count: Int) {
        while fields < count { separate() }
    }

    /// Ends the line.
    mutating func end() {
        text.append("\r\n" as StaticString)
        fields = 0
    }

    /// Hands over the text so far.
    mutating func take() -> [UInt8] { text.take() }

    private mutating func append(safe text: String) {
        if Self.isFormula(text) { self.text.append(UInt8(ascii: "'")) }
        if !self.text.append(plain: text) { self.text.append(PrintableText.escape(text)) }
    }

    private static func isFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        // The first octet of the wide forms of the first four.
        case 0xef:
            switch text.unicodeScalars.first {
            case "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": true
            default: false
            }
        default: false
        }
    }

    private mutating func separate() {
        if fields > 0 { text.append(UInt8(ascii: ",")) }
        fields += 1
    }

    /// Adds a field that is written as if it needed no quotation marks, and gets them when it does.
    private mutating func addField(_ write: (inout CSVLine) -> Void) {
        separate()
        let start = text.count
        write(&self)
        let needsQuotes = text.withOctets { text in
            text[start...].contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        }
        if needsQuotes { quote(text.takeBack(from: start)) }
    }

    private mutating func quote(_ field: [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for octet in field {
            if octet == UInt8(ascii: "\"") { text.append(octet) }
            text.append(octet)
        }
        text.append(UInt8(ascii: "\""))
    }
}
