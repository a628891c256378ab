// Writes a line for each certificate of a folder, rendered on all cores: swift run own-report FOLDER
import ChainKit
import Foundation

/// A line a certificate; nothing of files.
struct Lines: AuditRenderer {
    func append(_ file: FileRecord, to text: inout RenderedText) {}

    func append(_ certificate: AuditRecord, to text: inout RenderedText) {
        text.append(
            "\(certificate.certificate.thumbprint) \(certificate.verdict?.rawValue ?? "not judged")\n"
        )
    }
}

/// Prints what was rendered, in the order of the files.
struct Printer: AuditObserver {
    var renderer: (any AuditRenderer)? { Lines() }
    mutating func begin(_ header: AuditHeader) {}
    mutating func file(_ record: FileRecord) {}
    mutating func certificate(_ record: AuditRecord) {}
    mutating func rendered(_ octets: [UInt8]) { FileHandle.standardOutput.write(Data(octets)) }
    mutating func end(_ summary: AuditSummary) { print(summary.judged, "judged") }
}

guard CommandLine.arguments.count == 2, let now = Instant(timeIntervalSince1970: Date().timeIntervalSince1970)
else {
    print("usage: own-report FOLDER")
    exit(64)
}
let audit = Audit(
    trust: .microsoft(try MicrosoftRootList.embedded()),
    time: now,
    options: Audit.Options(width: ProcessInfo.processInfo.activeProcessorCount)
)
var printer = Printer()
try audit.run(on: [CommandLine.arguments[1]], observer: &printer)
