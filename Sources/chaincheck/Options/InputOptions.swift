import ArgumentParser
import ChainKit

/// What to read.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files and folders to read; - for standard input.",
            discussion: "Folders are read with all folders in them. What a file is, its content tells.",
            valueName: "path"
        )
    )
    var paths: [String] = []

    @Flag(help: "Read files and folders whose name begins with a dot, too.")
    var hidden = false

    @Option(help: ArgumentHelp("Read only files that match; may be given several times.", valueName: "glob"))
    var include: [String] = []

    @Option(help: ArgumentHelp("Leave out what matches; may be given several times.", valueName: "glob"))
    var exclude: [String] = []

    @OptionGroup var passwords: PasswordOptions

    func validate() throws {
        if paths.isEmpty {
            throw ValidationError("name at least one file or folder, or - for standard input")
        }
        if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("- can be given only once") }
    }

    /// What is to be audited, and what was left out of it.
    struct Found {
        var inputs: [AuditInput] = []
        var hiddenLeftOut = 0
    }

    /// Everything that is to be audited, in the order given.
    func inputs() throws -> Found {
        var inputs: [AuditInput] = []
        var hiddenLeftOut = 0
        for path in paths {
            if path == "-" {
                inputs.append(.octets(try StandardInput.octets(limit: InputLimits().fileSize), name: "-"))
                continue
            }
            let listing = FolderWalk(
                roots: [path],
                includesHidden: hidden,
                include: include,
                exclude: exclude
            ).list()
            inputs += listing.files.map { .file($0) }
            inputs += listing.records.map { .record($0) }
            hiddenLeftOut += listing.hiddenLeftOut
        }
        return Found(inputs: inputs, hiddenLeftOut: hiddenLeftOut)
    }
}
