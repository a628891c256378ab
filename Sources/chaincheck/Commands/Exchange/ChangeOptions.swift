import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// What an administrator considers doing, and the days to come.
struct ChangeOptions: ParsableArguments, FileNaming {
    @Option(
        name: .customLong("import"),
        help: ArgumentHelp("Say what changes if this certificate is imported.", valueName: "file")
    )
    var importing: String?

    @Option(
        help:
            "Services that the imported certificate is assigned to, such as SMTP or IIS,SMTP; none by itself."
    )
    var services: String?

    @Option(help: ArgumentHelp("Say what changes if this certificate is removed.", valueName: "thumbprint"))
    var remove: [String] = []

    @Option(
        help: ArgumentHelp(
            "Import or remove on this server only; may be given several times.",
            valueName: "name"
        )
    )
    var server: [String] = []

    @Option(
        help: "How many days to look ahead for certificates that change or connectors that break; 0 for none."
    )
    var days = DiagnosisCalendar.defaultDays

    var namedFiles: NamedFiles {
        NamedFiles().reading("--import", importing)
    }

    func validate() throws {
        if services != nil, importing == nil { throw ValidationError("--services goes with --import") }
        if !server.isEmpty, importing == nil, remove.isEmpty {
            throw ValidationError("--server goes with --import or --remove")
        }
        if let services, ExchangeServices(words: services) == nil {
            throw ValidationError(
                "--services: '\(services)' is not a list of IMAP, POP, UM, IIS, SMTP, Federation, UMCallRouter"
            )
        }
        guard (0...3_660).contains(days) else { throw ValidationError("--days: 0 to 3660") }
    }

    /// The inventory after what is considered, nil where nothing is.
    func apply(to inventory: ExchangeInventory, _ reader: InputReader) throws -> ExchangeInventory? {
        guard importing != nil || !remove.isEmpty else { return nil }
        var changed = inventory
        if let importing {
            let services = services.flatMap(ExchangeServices.init(words:)) ?? []
            let place = ExchangeObjectPlace(path: importing, line: 1)
            let content = try reader.content(named: importing)
            let certificate = try PresentedCertificate.first(of: content, isJudged: false)
            changed = changed.applying(.importing(certificate, services: services, from: place), on: server)
        }
        for thumbprint in remove {
            let digits = thumbprint.filter { $0 != " " && $0 != ":" }.uppercased()
            guard inventory.certificates.contains(where: { $0.thumbprint.uppercased() == digits }) else {
                throw ValidationError(
                    "--remove: no server has the certificate \(PrintableText.escape(thumbprint))"
                )
            }
            changed = changed.applying(.removing(thumbprint: digits), on: server)
        }
        return changed
    }
}
