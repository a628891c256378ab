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
        let roots = certificates.filter(\.isSelfIssued)
        guard !certificates.isEmpty else {
            StandardError.report(
                "\(anchors) holds no certificate",
                hint: "--anchors wants a file of trusted roots"
            )
            throw ExitCode(2)
        }
        return .anchors(PrivateAnchors(roots.isEmpty ? certificates : roots))
    }

    /// Every certificate of `--extra-intermediates`, and the intermediates of a CA bundle given as `--anchors`: beside
    /// roots they are no anchors, and a server that lacks them sends an incomplete chain.
    func outside() throws -> [Audit.OutsideIssuer] {
        let bundled = try anchors.map(certificates(at:)) ?? []
        let beside = bundled.contains { $0.certificate.isSelfIssued } ? bundled : []
        let extra = try extraIntermediates.flatMap(certificates(at:))
        return (beside.filter { !$0.certificate.isSelfIssued } + extra).map {
            Audit.OutsideIssuer($0.certificate, path: $0.path)
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
