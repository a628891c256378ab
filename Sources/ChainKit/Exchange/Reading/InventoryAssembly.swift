import ExchangeExports

/// Puts together what several files say: whose octets belong to which record, and what is the same object.
struct InventoryAssembly {
    private enum Part {
        case export(ExportFile)
        case other(FileContent)
    }

    private var parts: [Part] = []
    private var known: [String: Certificate] = [:]
    private var problems: [(problem: ExchangeInventory.Problem, code: FileProblemCode)] = []

    mutating func add(_ file: ExportFile) {
        parts.append(.export(file))
        for certificate in file.certificates { know(certificate) }
    }

    /// Adds a file that is no export.
    mutating func add(_ content: FileContent) {
        parts.append(.other(content))
        for encoded in content.certificates {
            if let certificate = try? Certificate(der: encoded.der) { know(certificate) }
        }
    }

    /// The server whose certificates name none, nil where nobody says.
    private let unnamedServer: String?

    init(certificatesOf unnamedServer: String? = nil) { self.unnamedServer = unnamedServer }

    private mutating func know(_ certificate: Certificate) {
        let thumbprint = certificate.thumbprint.hexadecimal
        if known[thumbprint] == nil { known[thumbprint] = certificate }
    }

    mutating func finish() -> InventoryContent {
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
