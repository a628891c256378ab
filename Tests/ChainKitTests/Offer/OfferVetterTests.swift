import Forges
import TestSupport
import Testing

@testable import ChainKit

struct OfferVetterTests {
    private let root = Forge.authority("Alpha Root")

    @Test func buysWhatNothingSpeaksAgainst() throws {
        let issuance = try OfferForge.issuance(
            root.authority("Alpha CA 1"),
            root: root,
            request: try OfferForge.request()
        )
        #expect(issuance.verdict == .buy)
        #expect(issuance.score?.value == 100)
        #expect(issuance.tlsCertificateName.text == "<I>CN=Alpha CA 1<S>CN=mail.contoso.com")
        #expect(issuance.intermediates.map(\.subject.rfc4514) == ["CN=Alpha CA 1"])
    }

    @Test func makesTheCertificateThatTheOfferSays() throws {
        let request = try OfferForge.request(names: ["mail.contoso.com", "a.contoso.com"])
        let issuing = root.authority("Alpha CA 1") { $0.key = .kept(.p384) }
        let issuance = try OfferForge.issuance(issuing, root: root, request: request, days: 90)
        let certificate = issuance.certificate
        #expect(certificate.subject == request.subject)
        #expect(certificate.publicKey == request.publicKey)
        #expect(certificate.subjectAlternativeNames == request.subjectAlternativeNames)
        #expect(certificate.authorityKeyIdentifier == (try issuing.certificate.subjectKeyIdentifier))
        #expect(certificate.signatureAlgorithm.name == "ecdsa-with-SHA384")
        #expect(certificate.notBefore.instant == OfferForge.start)
        #expect(certificate.notAfter.instant == Instant(seconds: OfferForge.start.seconds + 90 * 86_400 - 1))
        #expect(certificate.keyUsage == [.digitalSignature, .keyEncipherment])
        #expect(certificate.encodingDefects.isEmpty)
    }

    @Test func doesNotBuyUnderAnAuthorityThatExpires() throws {
        let issuing = root.authority("Alpha CA 1") { $0.notAfter = "20261001000000Z" }
        #expect(try OfferForge.issuance(issuing, root: root).verdict == .doNotBuy)
    }

    @Test func makesAConditionOfAnAuthorityThatExpiresWithin() throws {
        let issuing = root.authority("Alpha CA 1") { $0.notAfter = "20270101000000Z" }
        let issuance = try OfferForge.issuance(issuing, root: root)
        #expect(issuance.verdict == .buyWithConditions)
        let found = issuance.findings.first { $0.rule == IntermediateExpiresFirst.metadata.id }
        #expect(found?.assurance == .certain)
    }

    @Test func followsNoAuthorityThatTheTrustDoesNotReach() throws {
        let stranger = Forge.authority("Beta Root").authority("Beta CA")
        #expect(try OfferForge.issuance(stranger, root: root).verdict == .doNotBuy)
    }

    @Test func issuesWithoutClientAuthenticationOnceTheScheduleEndsIt() throws {
        let issuing = root.authority("Alpha CA 1")
        let before = try OfferForge.issuance(issuing, root: root)
        #expect(before.certificate.extendedKeyUsage == [.serverAuthentication, .clientAuthentication])
        let day = try #require(Instant(rfc3339: "2027-03-15"))
        let after = try OfferForge.issuance(issuing, root: root, start: day)
        #expect(after.certificate.extendedKeyUsage == [.serverAuthentication])
        #expect(after.clientAuthentication?.isIncluded == false)
    }

    @Test func takesTheRequestAloneForAConditionAtBest() throws {
        let vetter = OfferVetter(trust: .anchors(PrivateAnchors([try root.certificate])))
        let good = try vetter.vet(try OfferForge.offer(try OfferForge.request()), by: [])
        #expect(good.verdict == .buyWithConditions)
        let weak = try OfferForge.request { $0.key = .kept(.rsa(1_024)) }
        #expect(try vetter.vet(try OfferForge.offer(weak), by: []).verdict == .doNotBuy)
    }

    @Test func findsWhoIssuesInAChain() throws {
        let upper = root.authority("Alpha CA 1")
        let lower = upper.authority("Alpha CA 2")
        let chain = try [root, upper, lower, lower.issue("mail")].map { try $0.certificate }
        let issuers = OfferedIssuer.issuing(in: chain)
        #expect(issuers.map(\.certificate) == [try lower.certificate])
        #expect(issuers.first?.isIntermediateKnown == true)
        #expect(OfferedIssuer.issuing(in: [try root.certificate]).map(\.isIntermediateKnown) == [false])
    }
}
