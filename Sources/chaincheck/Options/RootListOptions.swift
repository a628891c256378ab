import ArgumentParser
import ChainKit
import FoundationEssentials

/// Which root list a command works with: the built-in one or a file.
struct RootListOptions: ParsableArguments, FileNaming {
    @Option(help: ArgumentHelp("Take this authroot.stl instead of the built-in list.", valueName: "file"))
    var authroot: String?

    @Option(
        help: ArgumentHelp(
            "Take the certificates of that list from here: a folder, a PEM or a DER file.",
            discussion: "Without it, those of the built-in list serve as far as they go.",
            valueName: "path"
        )
    )
    var anchorsDir: String?

    var namedFiles: NamedFiles {
        NamedFiles().reading("--authroot", authroot).reading("--anchors-dir", anchorsDir)
    }

    func validate() throws {
        if anchorsDir != nil, authroot == nil { throw ValidationError("--anchors-dir goes with --authroot") }
    }

    /// Reads the list, and warns where Microsoft's signature on a given file does not verify.
    func load() throws -> MicrosoftRootList {
        guard let authroot else { return try MicrosoftRootList.embedded() }
        return try Self.list(at: authroot, certificates: anchorsDir, includingEmbedded: anchorsDir == nil)
    }

    /// Reads the list to judge by, and refuses one that Microsoft has not signed.
    func loadSigned() throws -> MicrosoftRootList {
        let list = try load()
        try refuseUnsigned(list)
        return list
    }

    /// Ends a run that rests on a list that Microsoft has not signed, after what it says was shown.
    ///
    /// ``load()`` has complained of it.
    func refuseUnsigned(_ list: MicrosoftRootList) throws {
        if authroot != nil, (try? list.verifySignature()) == nil { throw ExitStatus.unread.code }
    }

    static let malformedHint =
        "it must be an authroot.stl as Microsoft signed it; expand authrootstl.cab first"

    static func list(at path: String, certificates: String?, includingEmbedded: Bool) throws
        -> MicrosoftRootList
    {
        let list: MicrosoftRootList
        do {
            list = try MicrosoftRootList(
                stl: RootFiles.octets(of: path),
                certificates: certificates.map(RootFiles.certificates(at:)) ?? [],
                includingEmbedded: includingEmbedded
            )
        } catch let error as RootListError {
            StandardError.report(
                "\(path): \(error)",
                hint: RootListOptions.malformedHint
            )
            throw ExitStatus.unread.code
        }
        do {
            _ = try list.verifySignature()
        } catch {
            StandardError.report("\(path): \(error)", hint: "do not rely on what this list says")
        }
        return list
    }
}
