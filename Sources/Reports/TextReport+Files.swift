import ChainKit
import Octets

// Files that gave nothing, or not everything: every one found is named or counted.
extension TextReport {
    /// The first line, where much may be missing below it.
    func writeNotOpened(_ summary: AuditSummary, to page: inout TextPage) {
        guard let warning = summary.notOpenedWarning else { return }
        page.paragraph(page.style.paint("INCOMPLETE", .bad) + " " + warning, hanging: 2)
        page.blank()
    }

    func writeFiles(to page: inout TextPage) {
        let before = page.text.utf8.count
        for record in files.unread { writeUnread(record, to: &page) }
        writeRest(files.unreadCount - files.unread.count, "that could not be read", to: &page)
        for kind in FileKind.allCases {
            guard let skipped = files.skipped[kind] else { continue }
            page.paragraph(
                "\(page.style.paint("SKIPPED", .faint))  \(kind.words): "
                    + list(skipped.paths.map(path), of: skipped.count),
                hanging: 9
            )
        }
        for exposed in files.exposed { writeExposed(exposed, to: &page) }
        writeRest(files.exposedCount - files.exposed.count, "that hold private keys", to: &page)
        if files.protectedKeyFiles > 0 {
            page.paragraph(
                "\(Count.text(files.protectedKeyFiles, "file")) more with private keys under a password",
                indent: 9,
                hanging: 2
            )
        }
        if options.explains {
            for (path, notes) in files.noted {
                page.paragraph(
                    "\(page.style.paint("NOTE", .faint))     \(self.path(path)): "
                        + list(notes.prefix(10).map { TextPage.show($0) }, of: notes.count),
                    hanging: 9
                )
            }
        }
        if page.text.utf8.count > before { page.blank() }
    }

    private func writeRest(_ rest: Int, _ what: String, to page: inout TextPage) {
        guard rest > 0 else { return }
        page.paragraph("and \(Count.text(rest)) more \(what); --format json has all", indent: 9, hanging: 2)
    }

    private func writeUnread(_ record: FileRecord, to page: inout TextPage) {
        let mark = page.style.paint("UNREAD", .bad)
        let gave = record.certificates > 0 ? ", gave \(Count.text(record.certificates, "certificate"))" : ""
        let link = record.linkTarget.map { ", a link to \(path($0))" } ?? ""
        page.paragraph(
            "\(mark)   \(path(record.path))\(link) (\(record.kind.words)\(gave))",
            hanging: 9
        )
        let errors = record.problems.filter { !$0.code.isSkip }
        for problem in errors.prefix(3) {
            page.paragraph(
                "\(problem.code.rawValue): \(TextPage.show(problem.message, upTo: TextPage.messageLimit))",
                indent: 9,
                hanging: 2
            )
        }
        if errors.count > 3 {
            page.paragraph("and \(Count.text(errors.count - 3, "more problem"))", indent: 9)
        }
    }

    private func writeExposed(_ exposed: FileTally.Exposed, to page: inout TextPage) {
        let holders = exposed.keys.compactMap { $0 }.compactMap { keyHolders[$0]?.path }
        let whose =
            holders.isEmpty
            ? "a private key that belongs to no certificate here"
            : "the private key of \(list(holders.prefix(5).map(path), of: holders.count))"
        page.paragraph(
            "\(page.style.paint("EXPOSED", .bad))  \(path(exposed.path)): \(whose), "
                + "readable without a password",
            hanging: 9
        )
    }
}

// What an inventory of Exchange adds: where a certificate is installed, and what else could be exported.
extension TextReport {
    /// Servers and certificates named one by one.
    private static let named = 20

    /// The servers that have a certificate; nil without an inventory.
    func installed(_ record: AuditRecord) -> String? {
        guard header?.installedCertificates != nil else { return nil }
        guard !record.installations.isEmpty else { return "on no server of the inventory" }
        let servers = record.installations.prefix(Self.named).map { TextPage.show($0.words) }
        return list(servers, of: record.installations.count)
    }

    func writeInventory(_ summary: AuditSummary, to page: inout TextPage) {
        guard let inventory = summary.inventory else { return }
        page.paragraph(
            "inventory: \(Count.text(inventory.installed, "certificate")) of \(Count.text(inventory.servers, "server"))",
            hanging: 2
        )
        if !inventory.withoutOctets.isEmpty {
            let names = inventory.withoutOctets.prefix(Self.named).map { TextPage.show($0.thumbprint) }
            page.paragraph(
                "not judged, as no file has their octets: \(list(names, of: inventory.withoutOctets.count))",
                indent: 2,
                hanging: 2
            )
        }
        let hybrid = inventory.predictions.filter { $0.isHybrid == true }
        for prediction in hybrid.prefix(Self.named) {
            let server = prediction.server.map { " on \(TextPage.show($0))" } ?? ""
            let direction = prediction.role == .client ? "sends with" : "presents"
            let presented =
                prediction.thumbprint.map { TextPage.show($0) }
                ?? "nothing that is known: \(TextPage.show(prediction.reason ?? ""))"
            page.paragraph(
                "Exchange will take: \(TextPage.show(prediction.connector))\(server) \(direction) \(presented), by "
                    + "Exchange Online \(prediction.acceptance) (\(prediction.certainty.rawValue))",
                indent: 2,
                hanging: 2
            )
        }
        if hybrid.count > Self.named {
            page.paragraph("and \(Count.text(hybrid.count - Self.named, "connector")) more", indent: 2)
        }
        if !inventory.predictions.isEmpty {
            page.paragraph("chaincheck exchange says why, and what to type", indent: 2)
        }
        for export in inventory.missing {
            page.paragraph(
                "not exported: \(TextPage.show(export.what)); unknown without it: \(TextPage.show(export.consequence))",
                indent: 2,
                hanging: 2
            )
            let shell = export.isOnline ? "    # Exchange Online" : ""
            page.verbatim("    \(TextPage.show(export.command, upTo: TextPage.messageLimit))\(shell)")
        }
        page.blank()
    }
}

/// What a text report keeps of the files: those to be named, and how many there were.
struct FileTally {
    /// Files named one by one in each list.
    static let named = 50

    /// Files of one kind that were left out.
    struct Skipped {
        var count = 0
        var paths: [String] = []
    }

    /// A file that holds private keys without a password.
    struct Exposed {
        let path: String
        let keys: [SHA256Digest?]
    }

    /// Files in which something could not be read.
    private(set) var unread: [FileRecord] = []
    private(set) var unreadCount = 0
    /// Files that hold nothing to read, by what they are.
    private(set) var skipped: [FileKind: Skipped] = [:]
    /// Files that hold keys for everyone to take.
    private(set) var exposed: [Exposed] = []
    private(set) var exposedCount = 0
    /// Files whose keys are under a password.
    private(set) var protectedKeyFiles = 0
    /// Files with something worth knowing.
    private(set) var noted: [(path: String, notes: [String])] = []
    private(set) var notedCount = 0

    mutating func add(_ record: FileRecord) {
        switch FileOutcome(record) {
        case .ok: break
        case .error:
            unreadCount += 1
            if unread.count < Self.named { unread.append(record) }
        case .skipped:
            skipped[record.kind, default: Skipped()].count += 1
            if skipped[record.kind, default: Skipped()].paths.count < Self.named {
                skipped[record.kind, default: Skipped()].paths.append(record.path)
            }
        }
        if !record.notes.isEmpty {
            notedCount += 1
            if noted.count < Self.named { noted.append((record.path, record.notes)) }
        }
        addKeys(of: record)
    }

    private mutating func addKeys(of record: FileRecord) {
        let open = record.privateKeys.filter { !$0.isEncrypted }
        if !open.isEmpty {
            exposedCount += 1
            if exposed.count < Self.named {
                exposed.append(Exposed(path: record.path, keys: open.prefix(10).map(\.publicKeySHA256)))
            }
        } else if !record.privateKeys.isEmpty {
            protectedKeyFiles += 1
        }
    }
}
