import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Audit without signatures")
struct AuditWithoutSignaturesTests {
    private let root = Forge.authority("Alpha Root")

    private func record(_ certificate: ForgedCertificate, beside: [ForgedCertificate] = []) throws
        -> AuditRecord
    {
        let folder = TemporaryFolder()
        for (number, item) in ([certificate] + beside).enumerated() {
            folder.write(item.pem, to: "\(number).pem")
        }
        let found = try audit(folder, anchors: [root], signatures: .notChecked)
        return try #require(found.record(certificate))
    }

    @Test func callsAGoodCertificateUndeterminedAndSaysWhy() throws {
        let record = try record(root.issue("mail.contoso.com"))
        #expect(record.verdict == .undetermined)
        #expect(record.roleVerdicts?.server == .undetermined)
        #expect(record.roleVerdicts?.client == .undetermined)
        #expect(record.score?.value == 0)
        #expect(record.rules.contains("signatures-not-checked"))
    }

    @Test func callsABrokenSignatureUndeterminedAndNotInvalid() throws {
        let folder = TemporaryFolder()
        var der = root.issue("mail.contoso.com").der
        der[der.count - 1] ^= 1
        folder.write(der, to: "a.cer")
        let checked = try audit(folder, anchors: [root])
        #expect(checked.certificates.first?.rules.contains("path-signature-invalid") == true)
        let record = try #require(
            try audit(folder, anchors: [root], signatures: .notChecked).certificates.first
        )
        #expect(record.verdict == .undetermined)
        #expect(!record.rules.contains("path-signature-invalid"))
    }

    @Test func leavesAnExpiredCertificateIneligible() throws {
        let record = try record(root.issue("mail.contoso.com") { $0.notAfter = "20260301000000Z" })
        #expect(record.verdict == .ineligible)
        #expect(record.rules.isSuperset(of: ["certificate-expired", "signatures-not-checked"]))
    }

    @Test func leavesAnUncoveredNameAndAMissingIssuerIneligible() throws {
        let named = try record(root.issue("other.example"))
        #expect(named.verdict == .ineligible)
        #expect(named.rules.contains("name-not-covered"))
        let missing = try record(root.authority("Alpha Issuing CA").issue("mail.contoso.com"))
        #expect(missing.verdict == .ineligible)
        #expect(missing.rules.contains("issuer-missing"))
    }

    @Test func leavesARefusedRootIneligibleAndNoUseEligible() throws {
        let subject = try Subject.forged(
            root.issue("mail.contoso.com"),
            listed: [ListedRoot(root, .purposes(["clientAuth"]))],
            signatures: .notChecked
        )
        #expect(!subject.search.isUndetermined)
        #expect(subject.isTrustedForClientAuthentication)
        let certificateJudge = CertificateJudge(
            builder: PathBuilder(
                anchors: OneAnchor(anchor: try ListedRoot(root, .purposes(["clientAuth"])).anchor()),
                pool: IssuerPool([]),
                party: RelyingParty(time: subject.time),
                signatureChecking: .notChecked
            ),
            references: [],
            roles: RoleClassifier(issuers: [], anchors: PrivateAnchors([])),
            origins: PathOrigins(inside: [:], outside: [:])
        )
        let record = certificateJudge.judge(
            subject.certificate,
            sources: [],
            surroundings: Surroundings(),
            by: Worker()
        )
        #expect(record.verdict == .ineligible)
        #expect(record.rules.contains("root-not-for-server-authentication"))
        #expect(record.roleVerdicts?.client == .undetermined)
    }

    @Test func usesNoRevocationListAndSaysSo() throws {
        let folder = TemporaryFolder()
        let leaf = root.issue("mail.contoso.com")
        folder.write(leaf.der, to: "a.cer")
        folder.write(root.revocationList(revoking: [leaf], reason: 1), to: "root.crl")
        let found = try audit(folder, anchors: [root], signatures: .notChecked)
        #expect(found.record(leaf)?.verdict == .undetermined)
        let file = try #require(found.files.last)
        #expect(file.revocationsUsed == 0)
        #expect(file.notes.first?.hasPrefix("not used, as no signature is checked: revocation list") == true)
        let limits = found.header?.limits ?? []
        #expect(limits.first?.hasPrefix("not checked: the signature on any certificate") == true)
        #expect(limits.contains { $0.hasPrefix("not checked: revocation, as lists") })
    }

    @Test func callsNothingEligibleAndNothingIneligibleThatIsNot() throws {
        var kinds: [Kind: Int] = [:]
        for seed in UInt64(0)..<25 {
            let folder = TemporaryFolder()
            let forged = ForgedFolder(seed: seed)
            for (number, der) in forged.certificates.enumerated() { folder.write(der, to: "\(number).cer") }
            let checked = try audit(folder, anchors: forged.anchors)
            let unchecked = try audit(folder, anchors: forged.anchors, signatures: .notChecked)
            #expect(unchecked.summary?.recommendation == nil)
            #expect(checked.certificates.map(\.certificate) == unchecked.certificates.map(\.certificate))
            for (with, without) in zip(checked.certificates, unchecked.certificates) {
                guard let verdict = without.verdict, let truth = with.verdict else { continue }
                kinds[Kind(isEligible: truth.isEligible, verdict: verdict), default: 0] += 1
                #expect(!verdict.isEligible)
                #expect(without.roleVerdicts.map { $0.server.isEligible || $0.client.isEligible } == false)
                #expect(
                    verdict == .undetermined || truth == .ineligible,
                    "seed \(seed): \(without.rules) against \(with.rules)"
                )
                if truth.isEligible { #expect(without.rules.contains("signatures-not-checked")) }
            }
        }
        // The folders hold enough of each for the claim to mean something.
        for kind in [
            Kind(isEligible: true, verdict: .undetermined), Kind(isEligible: false, verdict: .undetermined),
            Kind(isEligible: false, verdict: .ineligible),
        ] {
            #expect(kinds[kind, default: 0] > 20, "\(kinds)")
        }
    }

    private struct Kind: Hashable {
        let isEligible: Bool
        let verdict: Verdict
    }
}

private struct OneAnchor: TrustAnchorSource {
    let anchor: TrustAnchor

    func anchors(named name: DistinguishedName) -> [TrustAnchor] {
        anchor.certificate.subject == name ? [anchor] : []
    }

    func anchor(for certificate: Certificate) -> TrustAnchor? {
        anchor.certificate == certificate ? anchor : nil
    }
}
