/// Says what Exchange Online makes of a certificate that a connector presents.
///
/// What Microsoft documents is public trust, a complete chain, validity and the name; the audit's findings stand for
/// the rest. An export holds no intermediates, so that a path which is merely incomplete proves nothing.
struct OnlineJudge: Sendable {
    let judgements: CertificateJudgements

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

    /// Judges one installed certificate in one role.
    func acceptance(of installed: InstalledCertificate, as role: TransportRole) -> OnlineAcceptance {
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
            let beyondChain = errors.filter { $0.rule != IssuerMissing.metadata.id }
            guard !beyondChain.isEmpty else { return incomplete(installed, errors, as: role) }
            let first = RuleRegistry.metadata(of: beyondChain.first?.rule ?? "")
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
