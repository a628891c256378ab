// Tells which certificates of a folder may be bound to SMTP: swift run audit-folder FOLDER NAME
import ChainKit
import Foundation

guard CommandLine.arguments.count == 3, let name = ReferenceIdentifier(CommandLine.arguments[2]) else {
    print("usage: audit-folder FOLDER NAME")
    exit(64)
}
guard let now = Instant(timeIntervalSince1970: Date().timeIntervalSince1970) else { exit(70) }
let audit = Audit(trust: .microsoft(try MicrosoftRootList.embedded()), time: now, references: [name])
for record in audit.collect([CommandLine.arguments[1]]).certificates {
    guard let verdict = record.verdict else { continue }
    print(verdict.rawValue, record.certificate.thumbprint, record.findings.map(\.rule))
}
