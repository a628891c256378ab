import ArgumentParser
import ChainKit
import ExchangeKit

/// What to read.
struct InputOptions: ParsableArguments, FileNaming {
    @Argument(
        help: ArgumentHelp(
            "Files and folders to read; - for standard input.",
            discussion: "Folders are read with all folders in them. What a file is, its content tells.",
            valueName: "path"
        )
    )
    var paths: [String] = []

    /// Ways in which certificates come.
    enum Source: String, ExpressibleByArgument, CaseIterable {
        case files, ndjson
    }

    @Option(
        help: ArgumentHelp(
            "files, or ndjson: lines of JSON from standard input, each answered by a line.",
            discussion: "Documentation/Formats.md has the contract."
        )
    )
    var from = Source.files

    @Flag(help: "Read files and folders whose name begins with a dot, too.")
    var hidden = false

    @Option(help: ArgumentHelp("Read only files that match; may be given several times.", valueName: "glob"))
    var include: [String] = []

    @Option(help: ArgumentHelp("Leave out what matches; may be given several times.", valueName: "glob"))
    var exclude: [String] = []

    @Flag(
        help: "Follow links to folders outside of what is read; without it they are listed and not followed."
    )
    var followLinks = false

    @OptionGroup var passwords: PasswordOptions

    var namedFiles: NamedFiles {
        NamedFiles.of(passwords).reading("<path>", paths)
    }

    func validate() throws {
        if from == .ndjson {
            guard paths.isEmpty || paths == ["-"] else {
                throw ValidationError("--from ndjson reads standard input and no paths")
            }
            return
        }
        if paths.isEmpty {
            throw ValidationError("name at least one file or folder, or - for standard input")
        }
    }

    /// What was found, and how much was not looked at.
    struct Found {
        /// In the order given.
        var inputs: [AuditInput] = []
        var hiddenLeftOut = 0
        var excludedLeftOut = 0

        /// The same with the files of an inventory behind them; what is in both is read as part of the inventory.
        func adding(_ inventory: InventoryContent?) -> Found {
            guard let inventory else { return self }
            let known = Set(inventory.files.compactMap { FileIdentity($0.record.path) })
            var found = self
            found.inputs.removeAll { input in
                guard let path = input.filePath, let identity = FileIdentity(path) else { return false }
                return known.contains(identity)
            }
            found.inputs += inventory.files.map { .content($0) }
            return found
        }
    }

    /// Everything that is to be audited, but for the files of `leavingOut`.
    func find(leavingOut: [String]) throws -> Found {
        let walk = FolderWalk(
            roots: paths.filter { $0 != "-" },
            includesHidden: hidden,
            include: include,
            exclude: exclude,
            followsLinks: followLinks,
            leavingOut: leavingOut
        )
        let listings = walk.listings()
        var found = Found()
        var next = listings.makeIterator()
        for path in paths {
            if path == "-" {
                let octets = try StandardInput.octets(limit: InputLimits().fileSize)
                found.inputs.append(.octets(octets, name: "-"))
            } else if let listing = next.next() {
                found.inputs += listing.files.map { file in
                    listing.linkTargets[file].map { .link(file, target: $0) } ?? .file(file)
                }
                found.inputs += listing.records.map { .record($0) }
                found.hiddenLeftOut += listing.hiddenLeftOut
                found.excludedLeftOut += listing.excludedLeftOut
            }
        }
        return found
    }
}
