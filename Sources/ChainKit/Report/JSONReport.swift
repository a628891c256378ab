/// Writes an audit as one JSON document.
///
/// Certificates are written as they come and then forgotten. Files come between them but stand in an array of their
/// own, so each is kept as the few octets of its finished entry until the certificates are through.
public final class JSONReport: AuditObserver {
    private let toolVersion: String
    private var output: ReportBuffer
    private var json = JSONText()
    private var certificates: CertificateJSON
    private var files = JSONText()

    /// Makes a writer; `includesPEM` adds every certificate itself.
    public init(toolVersion: String, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.toolVersion = toolVersion
        output = ReportBuffer(sink)
        certificates = CertificateJSON(includesPEM: includesPEM)
    }

    /// Opens the document.
    public func begin(_ header: AuditHeader) throws {
        json.open(UInt8(ascii: "{"))
        json.header(header, toolVersion: toolVersion)
        json.key("certificates")
        json.open(UInt8(ascii: "["))
        try output.append(json.take())
    }

    /// Keeps the file's entry.
    public func file(_ record: FileRecord) throws {
        files.object { $0.fileFacts(record) }
        files.newline()
    }

    /// Writes the certificate's entry.
    public func certificate(_ record: AuditRecord) throws {
        json.newline()
        json.open(UInt8(ascii: "{"))
        certificates.write(record, to: &json)
        json.close(UInt8(ascii: "}"))
        try output.append(json.take())
    }

    /// Closes the document.
    public func end(_ summary: AuditSummary) throws {
        json.close(UInt8(ascii: "]"))
        json.newline()
        json.key("files")
        json.open(UInt8(ascii: "["))
        json.newline()
        try output.append(json.take())
        try output.append(files.take())
        json.close(UInt8(ascii: "]"))
        json.footer(summary)
        json.close(UInt8(ascii: "}"))
        json.newline()
        try output.append(json.take())
        try output.flush()
    }
}
