import ArgumentParser
import ChainKit

/// What trust rests on, and issuers from outside what is audited.
struct TrustOptions: ParsableArguments {
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

    func validate() throws {
        if anchors != nil, list.authroot != nil {
            throw ValidationError("--anchors and --authroot exclude each other")
        }
    }

    /// The user's anchors where given, else the list.
    func trust() throws -> Audit.Trust {
        guard let anchors else { return .microsoft(try list.loadSigned()) }
        let certificates = try certificates(at: anchors).map(\.certificate)
        guard !certificates.isEmpty else {
            StandardError.report(
                "\(anchors) holds no certificate",
                hint: "--anchors wants a file of trusted roots"
            )
            throw ExitCode(2)
        }
        return .anchors(PrivateAnchors(certificates))
    }

    /// Every certificate of `--extra-intermediates`.
    func outside() throws -> [Audit.OutsideIssuer] {
        try extraIntermediates.flatMap { path in
            try certificates(at: path).map { Audit.OutsideIssuer($0.certificate, path: $0.path) }
        }
    }

    private func certificates(at path: String) throws -> [(certificate: Certificate, path: String)] {
        let listing = FolderWalk(roots: [path]).list()
        for record in listing.records {
            StandardError.report("\(record.path): \(record.worstProblem?.message ?? record.status)")
            throw ExitCode(2)
        }
        let reader = InputReader()
        return listing.files.flatMap { file in
            let content = reader.read(path: file)
            if content.record.hasErrors {
                StandardError.report(
                    "\(file): \(content.record.worstProblem?.message ?? content.record.status)"
                )
            }
            return content.certificates.compactMap { encoded in
                (try? Certificate(der: encoded.der)).map { (certificate: $0, path: file) }
            }
        }
    }
}
