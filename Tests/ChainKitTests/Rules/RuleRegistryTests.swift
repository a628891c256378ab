import Forges
import TestSupport
import Testing

@testable import ChainKit

/// What all rules together owe an audit.
struct RuleRegistryTests {
    private let root = Forge.authority("Alpha Root")

    /// Whatever a path can die of, at each place where it can.
    private static let kinds: [PathDefect.Kind] = [
        .issuerMissing, .selfSignedNotTrusted, .loop, .tooLong, .signatureInvalid, .notYetValid, .expired,
        .encoding(.signatureAlgorithmsDiffer), .encoding(.publicKey(reason: "the RSA modulus is even")),
        .notAuthority, .pathLengthExceeded(maximum: 0), .keyCertSignMissing,
        .purposeExcluded(.serverAuthentication),
        .criticalExtensionNotUnderstood(ObjectIdentifier("1.2.3.4")), .nameNotPermitted("mail.contoso.com"),
        .nameExcluded("mail.contoso.com"), .nameConstraintsNotUnderstood,
    ]

    /// A subject whose only path has a defect at a place: 1 is its issuer, 2 the root.
    private func subject(_ kind: PathDefect.Kind, at position: Int, anchored: Bool = false) throws -> Subject
    {
        let issuing = root.authority("Alpha CA 1")
        let leaf = issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let certificates = try [leaf, issuing, root].map { try Certificate(der: $0.der) }
        let anchor = try anchored ? ListedRoot(root).anchor() : nil
        let path = CertificationPath(certificates: certificates, anchor: anchor)
        let attempt = PathAttempt(path: path, defects: [PathDefect(kind, at: position)], notes: [])
        return Subject(
            certificate: certificates[0],
            search: PathSearch(attempts: [attempt], limitMet: nil, budget: PathBudget()),
            time: try #require(Instant(rfc3339: "2026-03-01"))
        )
    }

    @Test(arguments: kinds, [0, 1, 2])
    func everyDefectThatBreaksAPathIsAnError(_ kind: PathDefect.Kind, _ position: Int) throws {
        let subject = try subject(kind, at: position)
        // What the target has on every path is found in the target, which here has nothing.
        guard let defect = subject.search.best?.defects.first, !defect.concernsTargetAlone else { return }
        let errors = RuleRegistry.findings(in: subject).filter { $0.severity == .error }
        #expect(!errors.isEmpty, "nothing flags \(kind) at \(position)")
    }

    @Test func everyRefusalOfARootIsAnError() throws {
        let leaf = root.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let refusals: [ListedRoot.Term] = [
            .disabled("2020-01-01"), .notBefore("2020-01-01"), .purposes(["emailProtection"]),
            .disallowed(["serverAuth"]), .notBeforePurposes(["serverAuth"]), .nameConstraints,
            .sha256([UInt8](repeating: 0, count: 32)),
        ]
        for term in refusals {
            let subject = try Subject.forged(leaf, listed: [ListedRoot(root, term)], at: "2026-03-01")
            let errors = RuleRegistry.findings(in: subject).filter { $0.severity == .error }
            #expect(errors.count == 1, "\(term): \(errors.map(\.rule))")
        }
    }

    @Test func aGoodCertificateHasNotesOnly() throws {
        let issuing = root.authority("Alpha CA 1")
        let leaf = issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let subject = try Subject.forged(
            leaf,
            under: [root],
            beside: [issuing],
            names: ["mail.contoso.com"],
            at: "2026-03-01"
        )
        let found = RuleRegistry.findings(in: subject)
        #expect(found.map(\.rule) == ["private-key-not-verifiable"])
    }

    @Test func findingsStandGravestFirstAndThenInTheOrderOfIds() throws {
        let leaf = root.issue("*.contoso.com") {
            $0.key = .kept(.p256)
            $0.names = ["*.contoso.com", "a_b.contoso.com", "-.contoso.com"]
        }
        let names = ["mail.eu.contoso.com", "www.example.org", "contoso.com"]
        let subject = try Subject.forged(leaf, names: names, at: "2099-03-01")
        let found = RuleRegistry.findings(in: subject)
        let places = found.map { finding in
            (-(Severity.allCases.firstIndex(of: finding.severity) ?? 0), finding.rule)
        }
        #expect(Set(found.map(\.severity)) == Set(Severity.allCases))
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
        // Those of one rule stand as the rule found them.
        #expect(
            found.filter { $0.rule == "name-not-covered" } == NameNotCovered().findings(in: subject)
        )
    }

    @Test func onlyRulesOnInstallationsSpeakOfWhatServersSay() throws {
        let leaf = root.issue("*.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        func rules(_ surroundings: Surroundings) throws -> Set<String> {
            let subject = try Subject.forged(
                leaf,
                listed: [ListedRoot(root)],
                at: "2026-03-01",
                surroundings: surroundings
            )
            return Set(RuleRegistry.findings(in: subject).map(\.rule))
        }
        let said = Surroundings(installations: [
            .forged {
                $0.status = .revoked
                $0.hasPrivateKey = false
                $0.services = .pop
                $0.rootCAType = .registry
                $0.keyProvider = KeyProvider(
                    name: "Microsoft Software Key Storage Provider",
                    type: 0,
                    keySpecification: 0
                )
            }, .forged(on: "EX02") { $0.status = .untrusted },
        ])
        let bare = try rules(Surroundings())
        #expect(try rules(said).subtracting(bare) == RuleRegistry.ofInstallations)
        #expect(try bare.subtracting(rules(said)) == [PrivateKeyNotVerifiable.metadata.id])
    }

    @Test func aSearchThatWasCutShortBlamesNoPath() throws {
        var budget = PathBudget()
        budget.signatures = 0
        let leaf = root.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let subject = try Subject.forged(leaf, under: [root], at: "2026-03-01", budget: budget)
        let found = RuleRegistry.findings(in: subject).filter { $0.severity > .note }
        #expect(found.map(\.rule) == ["path-search-cut-short"])
    }

    @Test func messagesAreLowerCaseWithoutAFullStop() {
        for rule in RuleRegistry.documentation {
            #expect(rule.remedy.first?.isLowercase == true, "\(rule.id)")
            #expect(!rule.remedy.hasSuffix("."), "\(rule.id)")
            #expect(!rule.title.hasSuffix("."), "\(rule.id)")
            #expect(!rule.remedy.contains("-Force"), "\(rule.id)")
            #expect(rule.rationale.hasSuffix("."), "\(rule.id)")
            #expect(!rule.citations.isEmpty, "\(rule.id)")
        }
    }
}
