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
