import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Which rules reject a whole path, and when.
struct ConformanceTests {
    private func violations(
        of certificates: [ForgedCertificate],
        anchor: TrustAnchor?,
        under profile: ConformanceProfile = .webpki,
        at time: String = "2026-06-01"
    ) throws -> [String] {
        let path = CertificationPath(
            certificates: try certificates.map { try Certificate(der: $0.der) },
            anchor: anchor
        )
        let instant = try #require(Instant(rfc3339: time))
        return RuleRegistry.conformanceViolations(of: path, under: profile, at: instant).map(\.rule)
    }

    private func anchor(_ root: ForgedCertificate) throws -> TrustAnchor {
        TrustAnchor(certificate: try Certificate(der: root.der), terms: .unrestricted)
    }

    @Test(arguments: ConformanceProfile.allCases)
    func aGoodPathViolatesNothing(_ profile: ConformanceProfile) throws {
        let root = Forge.authority("Alpha Root")
        let issuing = root.authority("Alpha CA 1")
        let path = [issuing.issue("mail.contoso.com"), issuing, root]
        #expect(try violations(of: path, anchor: anchor(root), under: profile).isEmpty)
    }

    @Test func holdsGivenAnchorsToTheRulesForRootsAndListedOnesNot() throws {
        let root = Forge.authority("Alpha Root") { $0.keyUsage = [6] }
        let path = [root.issue("mail.contoso.com"), root]
        #expect(try violations(of: path, anchor: anchor(root)) == ["key-usage-contradicts-basic-constraints"])
        #expect(try violations(of: path, anchor: ListedRoot(root).anchor()).isEmpty)
        #expect(try violations(of: path, anchor: anchor(root), under: .rfc5280).isEmpty)
    }

    @Test func looksAtTheWeakHashOfEveryCertificateButTheAnchorSince2017() throws {
        let root = Forge.authority("Alpha Root") { $0.hash = .sha1 }
        let issuing = root.authority("Alpha CA 1") { $0.hash = .sha1 }
        let path = [issuing.issue("mail.contoso.com"), issuing, root]
        #expect(try violations(of: path, anchor: anchor(root)) == ["weak-signature-hash"])
        #expect(try violations(of: path, anchor: anchor(root), at: "2016-12-31").isEmpty)
    }

    @Test func looksAtWeakKeysInTheWholePath() throws {
        let root = Forge.authority("Alpha Root") { $0.key = .kept(.rsa(1_024)) }
        let path = [root.issue("mail.contoso.com") { $0.key = .kept(.rsa(1_024)) }, root]
        #expect(try violations(of: path, anchor: anchor(root)) == ["weak-key", "weak-key"])
    }

    @Test func looksAtCriticalExtensionsOfAnchors() throws {
        let root = Forge.authority("Alpha Root") {
            $0.extensions = [ForgedExtension("1.2.3.4", isCritical: true, value: [5, 0])]
        }
        let path = [root.issue("mail.contoso.com"), root]
        #expect(try violations(of: path, anchor: anchor(root)) == ["critical-extension-not-understood"])
    }

    @Test(arguments: [(VerificationPurpose.server, Verification.Answer.reject), (.any, .accept)])
    func theWebsDemandsAreForServers(_ purpose: VerificationPurpose, _ verdict: Verification.Answer) throws {
        let root = Forge.authority("Alpha Root")
        let leaf = root.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        let time = try #require(Instant(rfc3339: "2026-06-01"))
        var request = VerificationRequest(try Certificate(der: leaf.der), time: time)
        request.purpose = purpose
        let anchors = PrivateAnchors([try Certificate(der: root.der)])
        #expect(Verifier(anchors: anchors).verify(request).answer == verdict)
    }

    @Test func takesTheWayThatViolatesNothing() throws {
        let root = Forge.authority("Alpha Root")
        let old = root.authority("Alpha CA 1") { $0.hash = .sha1 }
        let key = old.key
        let new = root.authority("Alpha CA 1") { $0.key = key }
        let time = try #require(Instant(rfc3339: "2026-06-01"))
        let request = VerificationRequest(
            try Certificate(der: old.issue("mail.contoso.com").der),
            intermediates: [try Certificate(der: old.der), try Certificate(der: new.der)],
            time: time
        )
        let anchors = PrivateAnchors([try Certificate(der: root.der)])
        let verification = Verifier(anchors: anchors).verify(request)
        #expect(verification.answer == .accept)
        #expect(verification.accepted?.path.certificates[1] == (try Certificate(der: new.der)))
    }
}
