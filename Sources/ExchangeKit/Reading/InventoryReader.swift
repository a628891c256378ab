public import ChainKit
package import ExchangeExports

/// Reads files of exports and certificates into one inventory.
///
/// By content, never by name. Nothing here throws: every file found has a record that says what it gave or why it gave
/// nothing. Certificates in files beside the exports tell what a record with nothing but a thumbprint stands for.
public struct InventoryReader: Sendable {
    private let reader: InputReader
    private let limits: ExportLimits
    private let unnamedServer: String?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - reader: reads what is no export.
    ///   - server: the server that certificates are from whose export names none; nil where that is not known.
    public init(reader: InputReader = InputReader(), certificatesOf server: String? = nil) {
        self.init(reader: reader, limits: ExportLimits(), certificatesOf: server)
    }

    init(reader: InputReader, limits: ExportLimits, certificatesOf server: String? = nil) {
        self.reader = reader
        self.limits = limits
        unnamedServer = server
    }

    /// How many octets an export may have.
    public static var largestExport: Int { ExportLimits().octets }

    /// Reads files, and folders with all folders in them, then octets that were got in another way.
    ///
    /// `followsLinks` and `leavingOut` are those of `FolderWalk`.
    public func read(
        _ paths: [String],
        with given: [(path: String, octets: [UInt8])] = [],
        followsLinks: Bool = false,
        leavingOut: [String] = []
    ) -> InventoryContent {
        let walk = FolderWalk(roots: paths, followsLinks: followsLinks, leavingOut: leavingOut)
        let listings = walk.listings()
        var entries: [Entry] = []
        for listing in listings {
            entries += listing.files.map { entry(path: $0, linkTarget: listing.linkTargets[$0]) }
            entries += listing.records.map { .other(FileContent(record: $0)) }
        }
        entries += given.map { entry($0.octets, path: $0.path) }
        return assemble(entries)
    }

    /// Reads octets that were got in another way; `path` is what the report calls each.
    public func read(_ files: [(path: String, octets: [UInt8])]) -> InventoryContent {
        assemble(files.map { entry($0.octets, path: $0.path) })
    }

    private enum Entry {
        case export(ExportFile)
        case other(FileContent)
    }

    private func entry(path: String, linkTarget: String?) -> Entry {
        var entry = entry(path: path)
        switch entry {
        case .export(var file):
            file.record.linkTarget = linkTarget
            entry = .export(file)
        case .other(var content):
            content.record.linkTarget = linkTarget
            entry = .other(content)
        }
        return entry
    }

    private func entry(path: String) -> Entry {
        do throws(FileOctets.Failure) {
            return entry(try FileOctets.read(path, limit: limits.octets), path: path)
        } catch .tooLarge {
            let detail = """
                larger than the limit of \(limits.octets) octets for an export; export into several files, one for \
                each server or cmdlet
                """
            let problem = FileProblem(code: .tooLarge, detail: detail)
            return .other(FileContent(record: FileRecord(path: path, kind: .other, problems: [problem])))
        } catch {
            // Says why.
            return .other(reader.read(path: path))
        }
    }

    private func entry(_ octets: [UInt8], path: String) -> Entry {
        let content = ExportReader(limits: limits).read(octets, path: path)
        var file = ExportFile(content, path: path)
        if file.record.exportedObjects > 0 { return .export(file) }
        let isEmpty = content.format == .clixml && content.objects.isEmpty && content.problems.isEmpty
        // OpenSSL's own listings look like exports, and may have the certificate itself below.
        let other = reader.read(octets, path: path)
        if content.format == nil || other.record.isOfUse || !other.record.privateKeys.isEmpty {
            guard EmptyListing.holds(octets) else { return .other(other) }
            var record = other.record
            record.notes.append(EmptyListing.note)
            return .other(FileContent(record: record))
        }
        if isEmpty { file.record.notes.append(EmptyListing.note) }
        return .export(file)
    }

    private func assemble(_ entries: [Entry]) -> InventoryContent {
        var assembly = InventoryAssembly(certificatesOf: unnamedServer)
        for entry in entries {
            switch entry {
            case .export(let file): assembly.add(file)
            case .other(let content): assembly.add(content)
            }
        }
        return assembly.finish()
    }
}

/// What the files of an inventory gave.
public struct InventoryContent: Sendable {
    /// Everything understood, each object once.
    public let inventory: ExchangeInventory
    /// Every file found, in the order of the walk: its record, and the certificates that it holds.
    public let files: [FileContent]

    /// Puts the two together.
    public init(inventory: ExchangeInventory, files: [FileContent]) {
        self.inventory = inventory
        self.files = files
    }
}

/// What one file of exports gave, object by object.
package struct ExportFile: Sendable {
    /// The file's record so far.
    var record: FileRecord
    /// Certificates of servers.
    private(set) var readings: [InstalledCertificateReading] = []
    /// Certificates of other stores, such as intermediates.
    private(set) var others: [Certificate] = []
    /// Everything else.
    private(set) var objects: [(kind: ExportedKind, object: ExportedObject)] = []

    private var notes: [String] = []
    private var counts: [ExportedKind: Int] = [:]
    private var unknown: [(type: String, place: ExportPlace, count: Int)] = []

    package init(_ content: ExportContent, path: String) {
        record = FileRecord(path: path, kind: .exchangeExport)
        let kinds = content.objects.map { ExportedKind($0) }
        var periods = Self.periods(of: zip(content.objects, kinds))
        for (object, kind) in zip(content.objects, kinds) { add(object, kind, &periods) }
        record.exportedObjects = counts.values.reduce(0, +)
        for kind in ExportedKind.allCases {
            guard let count = counts[kind] else { continue }
            let format = content.format.map { ", as \($0.rawValue)" } ?? ""
            record.notes.append(
                "used: \(count == 1 ? "1 object" : "\(count) objects") of \(kind.rawValue)\(format)"
            )
        }
        record.notes += notes.prefix(Self.mostNotes)
        if notes.count > Self.mostNotes {
            record.notes.append("\(notes.count - Self.mostNotes) more objects like that")
        }
        record.problems += content.problems.map { problem in
            let detail = problem.reason + (problem.hint.map { "; \($0)" } ?? "")
            return FileProblem(code: .malformed, line: problem.place.line, detail: detail)
        }
        record.problems += unknown.map { type, place, count in
            let many = count == 1 ? "" : " (\(count) of them)"
            return FileProblem(
                code: .notACertificate,
                line: place.line,
                detail: "not an object that is read here: \(type)\(many)"
            )
        }
    }

    /// The dates of the file's certificates, which one culture wrote, in their order; the first of them last.
    private static func periods(of objects: some Sequence<(ExportedObject, ExportedKind?)>)
        -> [ReportedPeriod]
    {
        let periods = objects.filter { $0.1?.isCertificate == true }.map { object, _ in
            ReportedPeriod(notBefore: object.text("NotBefore"), notAfter: object.text("NotAfter"))
        }
        return ReportedPeriod.settle(periods).reversed()
    }

    private mutating func add(
        _ object: ExportedObject,
        _ kind: ExportedKind?,
        _ periods: inout [ReportedPeriod]
    ) {
        guard let kind else {
            let type = ExportedKind.description(of: object)
            if let known = unknown.firstIndex(where: { $0.type == type }) {
                unknown[known].count += 1
            } else if unknown.count < Self.mostTypes {
                unknown.append((type, object.place, 1))
            }
            return
        }
        counts[kind, default: 0] += 1
        switch kind {
        case .exchangeCertificate, .storeCertificate:
            let reading = InstalledCertificateReading(object, period: periods.popLast())
            report(reading.problems)
            notes += reading.notes
            if reading.isElsewhere {
                if let certificate = reading.certificate { others.append(certificate) }
            } else {
                readings.append(reading)
            }
        default: objects.append((kind, object))
        }
    }

    mutating func report(_ problems: [ExchangeInventory.Problem], as code: FileProblemCode = .malformed) {
        record.problems += problems.map { problem in
            let detail = problem.reason + (problem.hint.map { "; \($0)" } ?? "")
            return FileProblem(code: code, line: problem.place.line, detail: detail)
        }
    }

    /// The file's certificates in its order, each as often as it stands there.
    var certificates: [Certificate] { readings.compactMap(\.certificate) + others }

    /// Notes on single objects told of one file.
    private static let mostNotes = 20
    /// Types told of one file that are not read; the rest would tell no more.
    private static let mostTypes = 20
}
