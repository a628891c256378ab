import ArgumentParser
import ChainKit
import FoundationEssentials

/// What trust rests on, and issuers from outside what is audited.
struct TrustOptions: ParsableArguments, FileNaming {
    @OptionGroup var list: RootListOptions

    @Option(
        help: ArgumentHelp(
            "Trust these certificates, for every purpose, in place of Microsoft's list.",
            valueName: "file"
        )
    )
    var anchors: String?

    @Option(
        help: ArgumentHelp(
            "Issuers from outside that may complete a path; a path that needs one carries a warning.",
            valueName: "path"
        )
    )
    var extraIntermediates: [String] = []

    var namedFiles: NamedFiles {
        NamedFiles.of(list).reading("--anchors", anchors)
            .reading("--extra-intermediates", extraIntermediates)
    }

    func validate() throws {
        if anchors != nil, list.authroot != nil {
            throw ValidationError("--anchors and --authroot exclude each other")
        }
    }

    /// What trust rests on, and who may issue from outside.
    struct Loaded {
        let trust: Audit.Trust
        let outside: [Audit.OutsideIssuer]
    }

    /// The user's anchors where given, else the list, with every certificate of `--extra-intermediates`.
    ///
    /// Intermediates of a CA bundle given as `--anchors` are no anchors beside its roots but issuers from outside: a
    /// server that lacks them sends an incomplete chain.
    func load(_ reader: InputReader = InputReader()) throws -> Loaded {
        let extra = try extraIntermediates.flatMap { try certificates(at: $0, reader) }
        guard let anchors else {
            return Loaded(trust: .microsoft(try list.loadSigned()), outside: Self.outside(extra))
        }
        let bundle = try certificates(at: anchors, reader)
        guard !bundle.isEmpty else {
            StandardError.report(
                "\(anchors) holds no certificate",
                hint: "--anchors wants a file of trusted roots"
            )
            throw ExitStatus.unread.code
        }
        let roots = bundle.filter { $0.certificate.isSelfIssued }
        let trusted = roots.isEmpty ? bundle : roots
        let beside = roots.isEmpty ? [] : bundle.filter { !$0.certificate.isSelfIssued }
        return Loaded(
            trust: .anchors(PrivateAnchors(trusted.map(\.certificate))),
            outside: Self.outside(beside + extra)
        )
    }

    private static func outside(_ found: [(certificate: Certificate, path: String)]) -> [Audit.OutsideIssuer]
    {
        found.map { Audit.OutsideIssuer($0.certificate, path: $0.path) }
    }

    private func certificates(
        at path: String,
        _ reader: InputReader
    ) throws -> [(certificate: Certificate, path: String)] {
        try reader.contents(below: path).flatMap { content in
            if content.record.hasErrors {
                StandardError.report(
                    "\(content.record.path): \(content.record.worstProblem?.message ?? content.record.status)"
                )
            }
            return content.certificates.compactMap { encoded in
                (try? Certificate(der: encoded.der)).map { (certificate: $0, path: content.record.path) }
            }
        }
    }
}

extension Audit.Trust {
    /// On what trust rests, in some words.
    var words: String {
        switch self {
        case .microsoft(let list): "Microsoft root list of \(list.thisUpdate.date)"
        case .anchors: "your anchors"
        }
    }
}

/// Reads the files that a root list comes in.
enum RootFiles {
    /// The octets of a file; `-` is standard input.
    static func octets(of path: String) throws -> [UInt8] {
        if path == "-" { return try StandardInput.octets(limit: InputLimits().fileSize) }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            StandardError.report("\(path) cannot be read", hint: reason(for: path))
            throw ExitStatus.unread.code
        }
    }

    /// The DER of every certificate in a file or in a folder and its folders, in the order of their paths.
    static func certificates(at path: String) throws -> [[UInt8]] {
        try InputReader().contents(below: path).flatMap { $0.certificates.map(\.der) }
    }

    /// Whether there is something of that name.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func reason(for path: String) -> String {
        exists(path)
            ? "is it a file that you may read?" : "there is no such file"
    }
}
