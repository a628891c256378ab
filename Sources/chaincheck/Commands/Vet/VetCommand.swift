import ArgumentParser
import ChainKit
import ExchangeKit
import Reports

/// Judges the certificate that would come of an offer, before money is spent.
struct VetCommand: JudgingCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "vet",
        abstract: "Say whether to buy: judge the certificate that would come of a request and an issuer.",
        discussion: """
            Takes a certificate request, an issuer, or both. The issuer is a CA's chain in a file, a name that is looked \
            for among Microsoft's roots, or a root's thumbprint. The same rules and score as in an audit judge the \
            certificate that would come of it; each finding says whether it is certain or depends on the CA.

            \(ExitStatus.help("do not buy; with --fail-on warning also where there are conditions"))
            """
    )

    @OptionGroup var offer: OfferOptions
    @OptionGroup var issuer: OfferedIssuerOptions
    @OptionGroup var names: NameOptions
    @OptionGroup var inventory: InventoryOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var passwords: PasswordOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var report: OfferReportOptions
    @OptionGroup var empty: EmptyOptions

    var namedFiles: NamedFiles {
        NamedFiles.of(offer, issuer, inventory, trust, passwords, report)
    }

    func validate() throws {
        if offer.request == nil, issuer.isEmpty {
            throw ValidationError("name a certificate request, or an issuer by --chain, --issuer or --root")
        }
        if trust.anchors != nil, issuer.needsList {
            throw ValidationError("--issuer and --root look in Microsoft's list: --anchors excludes them")
        }
    }

    func run() throws {
        let reader = try passwords.reader()
        let loaded = try trust.load(reader)
        let start = try offer.start() ?? time.instant()
        let meant = try issuer.load(in: loaded.trust, reader)
        let vetter = OfferVetter(trust: loaded.trust, outside: loaded.outside + meant.outside)
        let content = try inventory.read(reader, leavingOut: namedFiles.leftOut)
        for file in content?.files ?? [] where file.record.hasErrors {
            StandardError.report("\(file.record.path): \(file.record.worstProblem?.message ?? "")")
            throw ExitStatus.unread.code
        }
        let vetting: Vetting
        do {
            vetting = try vetter.vet(
                try offer.offer(
                    references: names.references(),
                    start: start,
                    isPublic: trust.anchors == nil,
                    reader
                ),
                by: meant.issuers
            )
        } catch let error as UnvettableOffer {
            StandardError.report(
                "\(offer.request ?? "the offer"): no certificate can hold it: \(error.reason)"
            )
            throw ExitStatus.unread.code
        }
        let result = OfferReport(
            request: offer.request,
            issuer: issuer.words,
            trust: Self.words(loaded.trust),
            vetting: vetting,
            installation: content.flatMap {
                OfferInstallation(
                    of: vetting,
                    in: $0.inventory,
                    diagnostician: Diagnostician(
                        trust: loaded.trust,
                        outside: loaded.outside + meant.outside
                    )
                )
            }
        )
        try report.write(result)
        let isFailed = report.failOn.isFailed(
            errors: result.counts.unfit,
            warnings: vetting.verdict == .buyWithConditions ? 1 : 0
        )
        try ExitStatus(result.counts, isFailed: isFailed).end(result.counts)
    }

    private static func words(_ trust: Audit.Trust) -> String {
        switch trust {
        case .microsoft(let list): "Microsoft root list of \(list.thisUpdate.date)"
        case .anchors: "your anchors"
        }
    }
}
