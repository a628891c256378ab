import ExchangeExports

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
    /// `followsLinks` and `leavingOut` are those of ``FolderWalk``.
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
