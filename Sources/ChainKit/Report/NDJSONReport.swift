/// Writes an audit as JSON lines, each an object with its `type`, as things are found.
public struct NDJSONReport: AuditObserver {
    private let toolVersion: String
    private var output: ReportBuffer
    private let lines: NDJSONLines

    /// Makes a writer; `includesPEM` adds every certificate itself.
    public init(toolVersion: String, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.toolVersion = toolVersion
        output = ReportBuffer(sink)
        lines = NDJSONLines(certificates: CertificateJSON(includesPEM: includesPEM))
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
        try line("certificate") { [lines] in lines.certificates.write(record, to: &$0) }
    }

    /// Lines do not depend on each other.
    public var renderer: (any AuditRenderer)? { lines }

    /// Writes lines as they were rendered.
    public mutating func rendered(_ octets: [UInt8]) throws { try output.append(octets) }

    /// Writes the `end` line.
    public mutating func end(_ summary: AuditSummary) throws {
        try line("end") { $0.footer(summary) }
        try output.flush()
    }

    private mutating func line(_ type: String, _ members: (inout JSONText) -> Void) throws {
        var json = JSONText()
        json.line(type, members)
        try output.append(json.take())
    }
}

/// The lines of files and certificates, each on its own.
struct NDJSONLines: AuditRenderer {
    let certificates: CertificateJSON

    func append(_ file: FileRecord, to text: inout OctetText) {
        var json = JSONText(after: text)
        json.line("file") { $0.fileFacts(file) }
        text = json.handOver()
    }

    func append(_ certificate: AuditRecord, to text: inout OctetText) {
        var json = JSONText(after: text)
        json.line("certificate") { certificates.write(certificate, to: &$0) }
        text = json.handOver()
    }
}

extension JSONText {
    /// An object with its type, on a line of its own.
    fileprivate mutating func line(_ type: String, _ members: (inout JSONText) -> Void) {
        startLine()
        open(UInt8(ascii: "{"))
        member("type", type)
        members(&self)
        close(UInt8(ascii: "}"))
        newline()
    }
}
