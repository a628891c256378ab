public import ChainKit

/// Says what Exchange Online makes of a certificate that a connector presents.
///
/// What Microsoft documents is public trust, a complete chain, validity and the name; the audit's findings stand for
/// the rest. An export holds no intermediates, so that a path which is merely incomplete proves nothing.
struct OnlineJudge: Sendable {
    let judgements: CertificateJudgements
    let names: OnlineNames

    /// Judges the outcome of a choice for a connector of the hybrid mail flow.
    func acceptance(of choice: CertificateChoice, as role: TransportRole, part: HybridPart)
        -> OnlineAcceptance
    {
        guard part.isHybrid else { return .notConcerned }
        switch choice.outcome {
        case .none: return .notConcerned
        case .presented(let candidate): return acceptance(of: candidate.installed, as: role)
        case .undetermined(let candidates, _):
            let answers = Set(candidates.map { acceptance(of: $0.installed, as: role).word })
            guard let first = candidates.first else {
                return .unknown("it is not known which certificate is presented")
            }
            guard answers.count == 1 else {
                return .unknown("it is not known which certificate is presented, and they do not fare alike")
            }
            return acceptance(of: first.installed, as: role)
        }
    }

    /// Judges one installed certificate in one role: by itself, and by the names that Exchange Online looks for.
    func acceptance(of installed: InstalledCertificate, as role: TransportRole) -> OnlineAcceptance {
        let acceptance = acceptanceByItself(of: installed, as: role)
        if acceptance.isRefused { return acceptance }
        switch names.fit(of: installed, as: role) {
        case .notAsked, .fits: return acceptance
        case .undocumented:
            return .unknown(
                "whether a wildcard reaches so far that a name of the certificate matches is not documented"
            )
        case .none:
            return refused(
                by: role == .client
                    ? TlsSenderCertificateNameNotPresented.metadata : TlsDomainNotPresented.metadata,
                "no name of the certificate is one that Exchange Online looks for",
                as: role
            )
        case .notAccepted:
            return refused(
                by: TlsSenderCertificateNameNotAccepted.metadata,
                "the name that Exchange Online looks for is no accepted domain",
                as: role
            )
        }
    }

    private func refused(by rule: RuleMetadata, _ message: String, as role: TransportRole)
        -> OnlineAcceptance
    {
        let finding = Finding(
            rule: rule.id,
            severity: .error,
            roles: role == .client ? .client : .server,
            message: message,
            remedy: rule.remedy
        )
        return .refused([finding], error: rule.expectedError, rule.certainty)
    }

    /// Rules whose refusal comes from the names that Exchange Online looks for.
    static let nameRules = ExchangeRuleRegistry.documentation.ids(with: .meansNamesRefused)

    private static let missingIssuerRules = RuleRegistry.ids(with: .meansIssuerMissing)

    /// Judges one installed certificate in one role, whatever names are looked for.
    func acceptanceByItself(of installed: InstalledCertificate, as role: TransportRole) -> OnlineAcceptance {
        guard let record = judgements.record(of: installed) else { return withoutOctets(installed, role) }
        guard record.verdict != nil else {
            return .unknown("the certificate was made for another purpose and is not judged")
        }
        // Exchange Online is shown the certificate, and not what the server that has it says of it.
        let findings = record.findings.filter {
            $0.roles.contains(role) && !RuleRegistry.ofInstallations.contains($0.rule)
        }
        switch Verdict(findings, isUndetermined: record.search.isUndetermined) {
        case .eligible, .eligibleWithWarnings: return .accepted(.documented)
        case .undetermined: return .unknown("the audit could not decide: \(Self.reason(findings))")
        case .ineligible:
            let errors = findings.filter { $0.severity == .error }
            let beyondChain = errors.filter { !Self.missingIssuerRules.contains($0.rule) }
            guard !beyondChain.isEmpty else { return incomplete(installed, errors, as: role) }
            // Where several things speak against a certificate, want of trust is answered first.
            let decisive =
                beyondChain.first { UntrustedWinner.trustRules.contains($0.rule) } ?? beyondChain.first
            let first = RuleRegistry.metadata(of: decisive?.rule ?? "")
            let error = Self.error(first?.expectedError, as: role)
            return .refused(beyondChain, error: error, first?.certainty ?? .inferred)
        }
    }

    /// A path that ends for want of a certificate: where the server keeps the root tells more than the export's gap.
    private func incomplete(
        _ installed: InstalledCertificate,
        _ errors: [Finding],
        as role: TransportRole
    ) -> OnlineAcceptance {
        switch installed.rootCAType {
        case .thirdParty:
            return .unknown(
                """
                the issuing certificate is not among what was given, so that the path could not be followed; the \
                server keeps its root among the third-party roots, which speaks for it
                """
            )
        case .registry, .enterprise, .groupPolicy, .some(.none):
            return .refused(
                errors,
                error: Self.error(RootNotTrusted.metadata.expectedError, as: role),
                .inferred
            )
        case .unknown, .other, nil:
            return .unknown("the issuing certificate is not among what was given: put it beside the exports")
        }
    }

    /// Rules name what a server sees that sends; where Exchange Online sends to us, its own trace shows the refusal.
    private static func error(_ error: String?, as role: TransportRole) -> String? {
        guard role == .server, error?.contains("UntrustedRoot") == true else { return error }
        return
            "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot], in Exchange Online's trace"
    }

    private func withoutOctets(_ installed: InstalledCertificate, _ role: TransportRole) -> OnlineAcceptance {
        if installed.isSelfSigned == true {
            let error = Self.error(SelfSignedCertificate.metadata.expectedError, as: role)
            return .refused([], error: error, .documented)
        }
        return .unknown("the export has no octets of this certificate: put the certificate file beside it")
    }

    private static func reason(_ findings: [Finding]) -> String {
        findings.first { $0.severity != .note }?.message ?? "no finding says why"
    }
}

/// What Exchange Online makes of the certificate that a connector presents.
public enum OnlineAcceptance: Sendable, Hashable {
    /// The connector does not carry mail to or from Exchange Online, or presents nothing.
    case notConcerned
    /// Nothing speaks against it.
    case accepted(Certainty)
    /// These findings speak against it; the text is what would be seen.
    case refused([Finding], error: String?, Certainty)
    /// What is known does not suffice; the text says what is missing.
    case unknown(String)

    /// Whether the certificate is refused.
    public var isRefused: Bool {
        if case .refused = self { true } else { false }
    }

    /// The answer in a word, as reports give it.
    public var word: String {
        switch self {
        case .notConcerned: "not-concerned"
        case .accepted: "accepted"
        case .refused: "refused"
        case .unknown: "unknown"
        }
    }
}
