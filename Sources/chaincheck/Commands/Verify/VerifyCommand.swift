import ArgumentParser
import ChainKit
import FoundationEssentials
import Reports

/// Verifies one certificate, or a batch of cases.
struct VerifyCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether a relying party would accept a certificate, and by which path.",
        discussion: """
            Without --roots, Microsoft's list is what is trusted. --batch reads cases from standard input, a line \
            each, and answers each with a line (Documentation/Formats.md).

            \(ExitStatus.help("a certificate is rejected, with --batch any of them"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    enum Profile: String, ExpressibleByArgument, CaseIterable {
        case webpki, rfc5280, exchange

        var verified: ConformanceProfile {
            switch self {
            case .webpki: .webpki
            case .rfc5280: .rfc5280
            case .exchange: .exchange
            }
        }
    }

    enum Purpose: String, ExpressibleByArgument, CaseIterable {
        case server, client, any

        var verified: VerificationPurpose {
            switch self {
            case .server: .server
            case .client: .client
            case .any: .any
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            "The certificate in question: the file's first that is no authority's, else its first.",
            discussion: "The other certificates of the file count as intermediates. - is standard input.",
            valueName: "file"
        )
    )
    var leaf: String?
    @Option(help: ArgumentHelp("Certificates that may stand between it and a root.", valueName: "file"))
    var intermediates: [String] = []
    @Option(help: ArgumentHelp("Trusted roots, in place of Microsoft's list.", valueName: "file"))
    var roots: [String] = []
    @Option(help: ArgumentHelp("A host name that the certificate must cover.", valueName: "name"))
    var host: String?
    @Option(help: ArgumentHelp("An address that the certificate must cover.", valueName: "address"))
    var ip: String?
    @Option(help: "server, client or any.")
    var purpose = Purpose.server
    @Option(help: "What is demanded beyond path validation: webpki, rfc5280 or exchange.")
    var profile = Profile.webpki
    @Option(help: "text or json.")
    var format = Format.text
    @Flag(help: "Answer cases from standard input.")
    var batch = false
    @OptionGroup var revocation: RevocationOptions
    @OptionGroup var passwords: PasswordOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var empty: EmptyOptions

    var namedFiles: NamedFiles {
        NamedFiles.of(revocation, passwords).reading("--leaf", leaf)
            .reading("--intermediates", intermediates).reading("--roots", roots)
    }

    func validate() throws {
        if batch == (leaf != nil) { throw ValidationError("give --leaf FILE, or --batch") }
        let isAsked = host != nil || ip != nil || !intermediates.isEmpty || !roots.isEmpty
        if batch, isAsked || !revocation.crls.isEmpty || passwords.passwordFile != nil {
            throw ValidationError("--batch takes everything from its lines")
        }
        if let host { _ = try NameOptions.reference(host, of: "--host") }
        if let ip, IPAddress(ip) == nil { throw ValidationError("--ip: '\(ip)' is no address") }
    }

    func run() throws {
        guard let leaf else {
            let width = ProcessInfo.processInfo.activeProcessorCount
            try VerificationBatch(width: width, profile: profile.verified).run(allowsEmpty: empty.allowEmpty)
            return
        }
        let reader = try passwords.reader()
        let (target, issuers) = try PresentedCertificate.withIssuers(in: content(leaf, reader))
        var request = VerificationRequest(
            target,
            intermediates: try issuers + intermediates.flatMap { try certificates($0, reader) },
            time: try time.instant()
        )
        request.purpose = purpose.verified
        request.profile = profile.verified
        if let host { request.references.append(try NameOptions.reference(host, of: "--host")) }
        if let address = ip.flatMap(IPAddress.init) { request.references.append(.ip(address)) }
        let outside = try revocation.revocation()
        if !revocation.crls.isEmpty {
            request.revocation = RevocationStore(lists: outside.lists, responses: outside.responses)
        }
        let verification = Verifier(anchors: try anchors(reader)).verify(request)
        switch format {
        case .json: try StandardOutput.write(VerificationJSON().line(verification) + [UInt8(ascii: "\n")])
        case .text: try StandardOutput.write(VerificationText(style: .detected()).page(verification))
        }
        if verification.answer == .reject { throw ExitStatus.unfit.code }
    }

    private func anchors(_ reader: InputReader) throws -> any TrustAnchorSource {
        guard !roots.isEmpty else { return try MicrosoftRootList.embedded() }
        return PrivateAnchors(try roots.flatMap { try certificates($0, reader) })
    }

    private func certificates(_ path: String, _ reader: InputReader) throws -> [Certificate] {
        try content(path, reader).certificates.compactMap { try? Certificate(der: $0.der) }
    }

    private func content(_ path: String, _ reader: InputReader) throws -> FileContent {
        let content = try reader.content(named: path)
        // A pipe was not looked into, so nobody may say that it holds nothing.
        if content.certificates.isEmpty, let problem = content.record.worstProblem,
            !problem.code.isSkip || content.record.kind == .special
        {
            StandardError.report("\(path): \(problem.message)")
            throw ExitStatus.unread.code
        }
        return content
    }
}
