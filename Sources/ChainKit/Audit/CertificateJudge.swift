/// Judges one certificate at a time: path, names, rules, verdict, score.
final class CertificateJudge: Sendable {
    private let builder: PathBuilder
    /// Nil where no list and no response is at hand.
    private let revocation: RevocationChecker?
    private let references: [ReferenceIdentifier]
    private let roles: RoleClassifier
    private let origins: PathOrigins

    init(
        builder: PathBuilder,
        revocation: RevocationChecker? = nil,
        references: [ReferenceIdentifier],
        roles: RoleClassifier,
        origins: PathOrigins
    ) {
        self.builder = builder
        self.revocation = revocation
        self.references = references
        self.roles = roles
        self.origins = origins
    }

    /// Judges a certificate; one that does not exist yet by the issuer that it shall have.
    func judge(
        _ certificate: Certificate,
        sources: [SourceLocation],
        surroundings: Surroundings,
        presumedIssuer: Certificate? = nil,
        by worker: Worker
    ) -> AuditRecord {
        let role = roles.role(of: certificate)
        let found =
            presumedIssuer.map { builder.search(from: certificate, presumedIssuer: $0, in: worker.issuers) }
            ?? builder.search(from: certificate, in: worker.issuers)
        let search = revocation?.apply(to: found, demand: .whatIsKnown) ?? found
        let pathOrigins = (search.best?.path.certificates ?? []).map { element in
            element == certificate ? sources.first.map { .file($0) } ?? .anchors : origins.origin(of: element)
        }
        func unjudged(
            _ findings: [Finding] = [],
            _ coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)] = []
        ) -> AuditRecord {
            AuditRecord(
                certificate: certificate,
                sources: sources,
                role: role,
                verdict: nil,
                score: nil,
                roleVerdicts: nil,
                coverage: coverage,
                findings: findings,
                search: search,
                pathOrigins: pathOrigins,
                installations: surroundings.installations
            )
        }
        guard role == .endEntity else { return unjudged() }
        let matcher = NameMatcher(certificate)
        let coverage = references.map { (reference: $0, coverage: matcher.coverage(of: $0)) }
        let subject = Subject(
            certificate: certificate,
            search: search,
            time: builder.party.time,
            coverage: coverage,
            keyDecodes: builder.decodesKey(of: certificate, in: worker.issuers),
            surroundings: surroundings,
            issuerFindings: worker.findings.findings(above: search.best)
        )
        let findings = RuleRegistry.findings(in: subject)
        let isOfOtherPurpose = findings.indices.contains {
            RuleRegistry.ofOtherPurposes.contains(findings[$0].rule)
        }
        // Nobody would bind it: advice to have it reissued would do harm, and it must not fail an audit.
        guard !isOfOtherPurpose || subject.coversSomeName else {
            return unjudged(findings.filter { RuleRegistry.ofOtherPurposes.contains($0.rule) }, coverage)
        }
        // Whatever the paths look like: nothing is called eligible, in no use, where no signature was
        // checked.
        let isUndetermined = search.isUndetermined || builder.signatureChecking == .notChecked
        let verdict = Verdict(findings, isUndetermined: isUndetermined)
        return AuditRecord(
            certificate: certificate,
            sources: sources,
            role: role,
            verdict: verdict,
            score: verdict.isEligible ? Score(ScoreFacts(subject, findings: findings)) : .zero,
            roleVerdicts: RoleVerdicts(findings, isUndetermined: isUndetermined),
            coverage: coverage,
            findings: findings,
            search: search,
            pathOrigins: pathOrigins,
            installations: surroundings.installations
        )
    }
}

// The judges of an audit: what was found, and what was given, put together.
extension Audit {
    /// A judge for an instant, which need not be that of the audit.
    func certificateJudge(
        for index: borrowing AuditIndex,
        pool: IssuerPool,
        origins: PathOrigins,
        at instant: Instant
    )
        -> CertificateJudge
    {
        certificateJudge(
            issuers: index.authorities + index.namedIssuers,
            pool: pool,
            issuerNames: index.issuers,
            revocation: revocationStore(Array(index.revocation.values)),
            origins: origins,
            at: instant
        )
    }

    /// A judge over issuers at hand, in a pool where there is one already; `issuerNames` are the names
    /// that issued something else than themselves.
    func certificateJudge(
        issuers: [Certificate],
        pool: IssuerPool? = nil,
        issuerNames: Set<[UInt8]>,
        revocation: RevocationStore,
        origins: PathOrigins,
        at instant: Instant? = nil
    ) -> CertificateJudge {
        let builder = PathBuilder(
            anchors: trust.source,
            pool: pool ?? IssuerPool(issuers, outside: options.outside.map(\.certificate)),
            party: RelyingParty(time: instant ?? time),
            budget: options.budget,
            signatureChecking: options.signatureChecking
        )
        return CertificateJudge(
            builder: builder,
            revocation: revocation.isEmpty ? nil : RevocationChecker(store: revocation, builder: builder),
            references: references,
            roles: RoleClassifier(issuers: issuerNames, anchors: trust.source),
            origins: origins
        )
    }

    /// Whether certificates are held against the lists and responses found.
    var usesRevocation: Bool { options.signatureChecking == .checked }

    /// The lists and responses found, and those that were given beside what is audited.
    func revocationStore(_ found: [SurveyedRevocation] = []) -> RevocationStore {
        guard usesRevocation else { return RevocationStore(lists: [], responses: []) }
        return RevocationStore(
            lists: options.outsideRevocation.lists + found.flatMap(\.lists),
            responses: options.outsideRevocation.responses + found.flatMap(\.responses)
        )
    }
}

extension ScoreFacts {
    init(_ subject: Subject, findings: [Finding]) {
        let certificate = subject.certificate
        let notes = subject.search.trusted?.notes ?? []
        let trustEnds = notes.contains { note in
            switch note {
            case .renewalWouldBeRejected, .anchorWillBeDisabled: true
            case .weakSignatureHash, .doubtfulKey, .expiresBeforeTarget, .notInFolder, .revocationUnknown:
                false
            }
        }
        let hasWeakIssuer = notes.contains { if case .weakSignatureHash = $0 { true } else { false } }
        let end = certificate.notAfter.instant
        let purposes = certificate.extendedKeyUsage
        self.init(
            trustEnds: trustEnds,
            names: Names(subject.coverage.map(\.coverage)),
            daysLeft: end.map { subject.time.days(until: $0) } ?? 0,
            lifetimeDays: end.flatMap { end in certificate.notBefore.instant?.days(until: end) } ?? 0,
            key: certificate.publicKey.isRSA ? .rsa : .other,
            hasWeakHash: hasWeakIssuer || certificate.signatureAlgorithm.hash?.isWeak == true,
            servesAsServer: purposes.map { $0.contains(.serverAuthentication) || $0.contains(.any) } ?? true,
            warnings: findings.indices.count { findings[$0].severity == .warning }
        )
    }
}

extension ScoreFacts.Names {
    fileprivate init(_ coverage: [NameCoverage]) {
        let covered = coverage.count(where: \.isCovered)
        self =
            if coverage.isEmpty { .notAsked } else if covered < coverage.count {
                .some(covered, of: coverage.count)
            } else { coverage.allSatisfy { $0 == .exact } ? .exact : .wildcard }
    }
}

/// Tells which part a certificate plays.
///
/// A self-signed certificate is not a root for being self-signed: `openssl req -x509` makes a server's own
/// certificate an authority, and passing over it would leave a file without an answer.
struct RoleClassifier: Sendable {
    private let issuers: Set<[UInt8]>
    private let anchors: any TrustAnchorSource

    init(issuers: Set<[UInt8]>, anchors: any TrustAnchorSource) {
        self.issuers = issuers
        self.anchors = anchors
    }

    func role(of certificate: Certificate) -> CertificateRole {
        if certificate.isSelfIssued {
            if anchors.anchor(for: certificate) != nil { return .root }
            guard certificate.isAuthority || certificate.version < 3 else { return .endEntity }
            return issuers.contains(certificate.subject.der) || !looksLikeServer(certificate)
                ? .root : .endEntity
        }
        guard certificate.isAuthority else { return .endEntity }
        return issuers.contains(certificate.subject.der) || !namesHost(certificate)
            ? .intermediate : .endEntity
    }

    private func looksLikeServer(_ certificate: Certificate) -> Bool {
        if namesHost(certificate) { return true }
        if certificate.extendedKeyUsage?.contains(.serverAuthentication) == true { return true }
        if certificate.keyUsage?.contains(.keyCertSign) == true { return false }
        let name = certificate.subject.values(of: AttributeType.commonName).last
        return name.flatMap { DNSName($0) } != nil
    }

    private func namesHost(_ certificate: Certificate) -> Bool {
        certificate.subjectAlternativeNames.contains {
            switch $0 {
            case .dns, .ip: true
            case .email, .uri, .directory, .other: false
            }
        }
    }
}
