import ArgumentParser
import ChainKit

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
