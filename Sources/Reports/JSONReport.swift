package import ChainKit
import Octets

/// Writes an audit as one JSON document.
///
/// Certificates are written as they come and then forgotten. Files come between them but stand in an array of their
/// own, so each is kept as the few octets of its finished entry until the certificates are through.
package final class JSONReport: AuditObserver {
    private let toolVersion: String
    private var output: ReportBuffer
    private var json = JSONText()
    private var certificates: CertificateJSON
    private var files = JSONText()

    /// Makes a writer; `includesPEM` adds every certificate itself.
    package init(toolVersion: String, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.toolVersion = toolVersion
        output = ReportBuffer(sink)
        certificates = CertificateJSON(includesPEM: includesPEM)
    }

    /// Opens the document.
    package func begin(_ header: AuditHeader) throws {
        json.open(UInt8(ascii: "{"))
        json.header(header, toolVersion: toolVersion)
        json.key("certificates")
        json.open(UInt8(ascii: "["))
        try output.append(json.take())
    }

    /// Keeps the file's entry.
    package func file(_ record: FileRecord) throws {
        files.object { $0.fileFacts(record) }
        files.newline()
    }

    /// Writes the certificate's entry.
    package func certificate(_ record: AuditRecord) throws {
        json.newline()
        json.open(UInt8(ascii: "{"))
        certificates.write(record, to: &json)
        json.close(UInt8(ascii: "}"))
        try output.append(json.take())
    }

    /// Closes the document.
    package func end(_ summary: AuditSummary) throws {
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

/// Writes an audit as JSON lines, each an object with its `type`, as things are found.
package struct NDJSONReport: AuditObserver {
    private let toolVersion: String
    private var output: ReportBuffer
    private let lines: NDJSONLines

    /// Makes a writer; `includesPEM` adds every certificate itself.
    package init(toolVersion: String, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.toolVersion = toolVersion
        output = ReportBuffer(sink)
        lines = NDJSONLines(certificates: CertificateJSON(includesPEM: includesPEM))
    }

    /// Writes the `begin` line.
    package mutating func begin(_ header: AuditHeader) throws {
        try line("begin") { [toolVersion] in $0.header(header, toolVersion: toolVersion) }
    }

    /// Writes a `file` line.
    package mutating func file(_ record: FileRecord) throws {
        try line("file") { $0.fileFacts(record) }
    }

    /// Writes a `certificate` line.
    package mutating func certificate(_ record: AuditRecord) throws {
        try line("certificate") { [lines] in lines.certificates.write(record, to: &$0) }
    }

    /// Lines do not depend on each other.
    package var renderer: (any AuditRenderer)? { lines }

    /// Writes lines as they were rendered.
    package mutating func rendered(_ octets: [UInt8]) throws { try output.append(octets) }

    /// Writes the `end` line.
    package mutating func end(_ summary: AuditSummary) throws {
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

/// Writes the answers to a stream, a line each: the contract in Documentation/Formats.md.
package struct StreamJSON: Sendable {
    private let certificates: CertificateJSON
    private let signatureChecking: SignatureChecking

    /// Makes a writer; `includesPEM` adds the certificate itself.
    package init(includesPEM: Bool = false, signatureChecking: SignatureChecking = .checked) {
        certificates = CertificateJSON(includesPEM: includesPEM)
        self.signatureChecking = signatureChecking
    }

    /// The answer for a certificate that was judged.
    package func line(_ record: AuditRecord, identifier: StreamQuestion.Identifier?) -> [UInt8] {
        line("certificate", identifier) { json in
            json.member("signaturesChecked", signatureChecking == .checked)
            certificates.write(record, to: &json)
        }
    }

    /// The answer to a line that cannot be answered, counted from 1.
    package func error(_ failure: StreamQuestion.Failure, line number: Int) -> [UInt8] {
        line("error", failure.identifier) { json in
            json.member("line", number)
            json.member("message", failure.message)
        }
    }

    private func line(
        _ type: String,
        _ identifier: StreamQuestion.Identifier?,
        _ members: (inout JSONText) -> Void
    ) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("type", type)
            json.member("schemaVersion", JSONText.schemaVersion)
            switch identifier {
            case .text(let text): json.member("id", text)
            case .number(let number):
                json.key("id")
                json.value(Array(number.utf8))
            case nil: json.member("id", nil as String?)
            }
            members(&json)
        }
        json.newline()
        return json.take()
    }
}
