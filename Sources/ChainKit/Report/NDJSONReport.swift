/// Writes an audit as JSON lines, each an object with its `type`, as things are found.
public struct NDJSONReport: AuditObserver {
    private let toolVersion: String
    private var output: ReportBuffer
    private var json = JSONText()
    private var certificates: CertificateJSON

    /// Makes a writer; `includesPEM` adds every certificate itself.
    public init(toolVersion: String, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.toolVersion = toolVersion
        output = ReportBuffer(sink)
        certificates = CertificateJSON(includesPEM: includesPEM)
    }

    /// Writes the `begin` line.
    public mutating func begin(_ header: AuditHeader) throws {
        try line("begin") { [toolVersion] in $0.header(header, toolVersion: toolVersion) }
    }

    /// Writes a `file` line.
    public mutating func file(_ record: FileRecord) throws {
        try line("file") { $0.fileFacts(record) }
    }

    /// Writes a `certificate` line.
    public mutating func certificate(_ record: AuditRecord) throws {
        open("certificate")
        certificates.write(record, to: &json)
        try close()
    }

    /// Writes the `end` line.
    public mutating func end(_ summary: AuditSummary) throws {
        try line("end") { $0.footer(summary) }
        try output.flush()
    }

    private mutating func line(_ type: String, _ members: (inout JSONText) -> Void) throws {
        open(type)
        members(&json)
        try close()
    }

    private mutating func open(_ type: String) {
        json.removeAll()
        json.open(UInt8(ascii: "{"))
        json.member("type", type)
    }

    private mutating func close() throws {
        json.close(UInt8(ascii: "}"))
        json.newline()
        try output.append(json.take())
    }
}
