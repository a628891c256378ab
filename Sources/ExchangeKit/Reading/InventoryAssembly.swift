package import ChainKit
import ExchangeExports

/// Puts together what several files say: whose octets belong to which record, and what is the same object.
package struct InventoryAssembly {
    private enum Part {
        case export(ExportFile)
        case other(FileContent)
    }

    private var parts: [Part] = []
    private var known: [String: Certificate] = [:]
    private var problems: [(problem: ExchangeInventory.Problem, code: FileProblemCode)] = []

    package mutating func add(_ file: ExportFile) {
        parts.append(.export(file))
        for certificate in file.certificates { know(certificate) }
    }

    /// Adds a file that is no export.
    package mutating func add(_ content: FileContent) {
        parts.append(.other(content))
        for encoded in content.certificates {
            if let certificate = try? Certificate(der: encoded.der) { know(certificate) }
        }
    }

    /// The server whose certificates name none, nil where nobody says.
    private let unnamedServer: String?

    package init(certificatesOf unnamedServer: String? = nil) { self.unnamedServer = unnamedServer }

    private mutating func know(_ certificate: Certificate) {
        let thumbprint = certificate.thumbprint.hexadecimal
        if known[thumbprint] == nil { known[thumbprint] = certificate }
    }

    package mutating func finish() -> InventoryContent {
        var objects = InventoryObjects()
        let files = parts.compactMap { if case .export(let file) = $0 { file } else { nil } }
        for file in files {
            for (kind, object) in file.objects where !objects.add(kind, object) {
                let reason = "an object of \(kind.rawValue) without a name: it is left out"
                problems.append(
                    (ExchangeInventory.Problem(ExchangeObjectPlace(object.place), reason), .malformed)
                )
            }
        }
        objects.add(certificates: certificates(in: files))
        var inventory = objects.inventory
        problems += objects.contradictions.map { ($0, .contradiction) }
        inventory.problems = files.flatMap { $0.readings.flatMap(\.problems) } + problems.map(\.problem)
        return InventoryContent(inventory: inventory, files: parts.map(content))
    }

    /// The records of servers' certificates, each joined to the octets that a file has for it.
    private mutating func certificates(in files: [ExportFile]) -> [InstalledCertificate] {
        let bySerial = Dictionary(grouping: known.values) {
            String($0.serialNumber.hexadecimal.drop { $0 == "0" })
        }
        var records: [InstalledCertificate] = []
        for var reading in files.flatMap(\.readings) {
            if reading.isUnidentified {
                let candidates = reading.serialNumber.flatMap { bySerial[$0] } ?? []
                guard candidates.count == 1 else {
                    let reason = "a certificate without a thumbprint: nobody can tell which one it is"
                    let hint = "Get-ExchangeCertificate | Export-Clixml certificates.xml"
                    let problem = ExchangeInventory.Problem(reading.installed.place, reason, hint: hint)
                    problems.append((problem, .malformed))
                    continue
                }
                reading.identify(as: candidates[0])
            } else if reading.certificate == nil, let certificate = known[reading.installed.thumbprint] {
                reading.identify(as: certificate)
            }
            var installed = reading.installed
            installed.server = installed.server ?? unnamedServer
            records.append(installed)
        }
        return records
    }

    private func content(of part: Part) -> FileContent {
        switch part {
        case .other(let content): return content
        case .export(var file):
            for code in [FileProblemCode.malformed, .contradiction] {
                let found = problems.filter { $0.code == code && $0.problem.place.path == file.record.path }
                file.report(found.map(\.problem), as: code)
            }
            let certificates = file.certificates.enumerated().map { index, certificate in
                EncodedCertificate(
                    location: SourceLocation(path: file.record.path, index: index),
                    der: certificate.der
                )
            }
            file.record.certificates = certificates.count
            return FileContent(record: file.record, certificates: certificates)
        }
    }
}

/// The objects of an inventory, each kind by itself and each object once.
struct InventoryObjects {
    private var certificates = InventoryRecords<InstalledCertificate>()
    private var sendConnectors = InventoryRecords<SendConnector>()
    private var receiveConnectors = InventoryRecords<ReceiveConnector>()
    private var acceptedDomains = InventoryRecords<AcceptedDomain>()
    private var hybridConfigurations = InventoryRecords<HybridConfiguration>()
    private var transportServers = InventoryRecords<TransportServer>()
    private var servers = InventoryRecords<ExchangeServer>()
    private var inboundConnectors = InventoryRecords<InboundConnector>()
    private var outboundConnectors = InventoryRecords<OutboundConnector>()

    /// Adds certificates, under their servers' full names where some record has them.
    ///
    /// Other objects come first:
    /// they name servers, too.
    ///
    /// A record that names no server is united with the only one of the same certificate, and stays by itself where
    /// several servers have it. Where the exports name several servers, that holds for a whole file: its certificates
    /// are one server's, and one that this server lacks shows that the file is another server's.
    mutating func add(certificates records: [InstalledCertificate]) {
        let mentioned = inventory.mentionedServers
        let names = ServerNames(records.compactMap(\.server) + mentioned)
        let servers = Set((records.compactMap(\.server) + mentioned).map { names.canonical($0).lowercased() })
        var holders: [String: Set<String>] = [:]
        for record in records {
            guard let server = record.server else { continue }
            holders[record.thumbprint, default: []].insert(names.canonical(server))
        }
        var owners: [String: Set<String>] = [:]
        for record in records where record.server == nil {
            let having = holders[record.thumbprint] ?? []
            owners[record.place.path] = owners[record.place.path]?.intersection(having) ?? having
        }
        for var record in records {
            let having = servers.count > 1 ? owners[record.place.path] : holders[record.thumbprint]
            let only = having.flatMap { $0.count == 1 ? $0.first : nil }
            record.server = record.server.map { names.canonical($0) } ?? only
            certificates.add(record)
        }
    }

    /// Adds an object; false where it does not say what it is called.
    mutating func add(_ kind: ExportedKind, _ object: ExportedObject) -> Bool {
        switch kind {
        case .exchangeCertificate, .storeCertificate: false
        case .sendConnector: Self.add(SendConnector(object), to: &sendConnectors)
        case .receiveConnector: Self.add(ReceiveConnector(object), to: &receiveConnectors)
        case .acceptedDomain: Self.add(AcceptedDomain(object), to: &acceptedDomains)
        case .hybridConfiguration: Self.add(HybridConfiguration(object), to: &hybridConfigurations)
        case .transportServer: Self.add(TransportServer(object), to: &transportServers)
        case .exchangeServer: Self.add(ExchangeServer(object), to: &servers)
        case .inboundConnector: Self.add(InboundConnector(object), to: &inboundConnectors)
        case .outboundConnector: Self.add(OutboundConnector(object), to: &outboundConnectors)
        }
    }

    private static func add<Record>(_ record: Record?, to records: inout InventoryRecords<Record>) -> Bool {
        guard let record else { return false }
        records.add(record)
        return true
    }

    /// What exports say differently of the same object.
    var contradictions: [ExchangeInventory.Problem] {
        certificates.contradictions + sendConnectors.contradictions + receiveConnectors.contradictions
            + acceptedDomains.contradictions + hybridConfigurations.contradictions
            + transportServers.contradictions + servers.contradictions + inboundConnectors.contradictions
            + outboundConnectors.contradictions
    }

    /// Everything, without problems.
    var inventory: ExchangeInventory {
        var inventory = ExchangeInventory()
        inventory.certificates = certificates.all
        inventory.sendConnectors = sendConnectors.all
        inventory.receiveConnectors = receiveConnectors.all
        inventory.acceptedDomains = acceptedDomains.all
        inventory.hybridConfiguration = hybridConfigurations.all.first
        inventory.transportServers = transportServers.all
        inventory.servers = servers.all
        inventory.inboundConnectors = inboundConnectors.all
        inventory.outboundConnectors = outboundConnectors.all
        return inventory
    }
}
