import ArgumentParser
import ChainKit
import FoundationEssentials

/// Audits files and folders.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tell which certificates may be bound to SMTP, and why the others may not."
    )

    @OptionGroup var input: InputOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var time: TimeOptions

    func run() throws {
        let (inputs, hiddenLeftOut) = try input.inputs()
        let audit = Audit(
            trust: try trust.trust(),
            time: try time.instant(),
            references: try names.references(),
            outside: try trust.outside(),
            reader: try input.passwords.reader(),
            width: ProcessInfo.processInfo.activeProcessorCount
        )
        var observer = Scratch()
        let summary = try audit.run(inputs, names: input.paths, hiddenLeftOut: hiddenLeftOut, observer: &observer)
        print(summary.verdicts, summary.files, summary.filesWithErrors, summary.certificates, summary.authorities, observer.rules)
    }
}
struct Scratch: AuditObserver {
    var rules: [String: Int] = [:]
    mutating func begin(_ header: AuditHeader) throws {}
    mutating func file(_ record: FileRecord) throws { rules["file " + record.status, default: 0] += 1}
    mutating func certificate(_ record: AuditRecord) throws { for f in record.findings { rules[f.rule, default: 0] += 1 } }
    mutating func end(_ summary: AuditSummary) throws {}
}
