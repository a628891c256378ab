import ExchangeExports
import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct OfferInstallationTests {
    private let root = Forge.authority("Alpha Root")

    private func installation(_ installed: ForgedCertificate, issuer: ForgedCertificate) throws
        -> OfferInstallation
    {
        let place = ExchangeObjectPlace(path: "export.xml", line: 1)
        let certificate = try installed.certificate
        let inventory = ExchangeInventory().applying(
            .importing(certificate, services: .smtp, from: place),
            on: ["EX01"]
        )
        let offer = Offer(
            request: try OfferForge.request(),
            references: [try #require(ReferenceIdentifier("mail.contoso.com"))],
            start: OfferForge.start
        )
        let trust = Audit.Trust.anchors(PrivateAnchors([try root.certificate]))
        let outside = [Audit.OutsideIssuer(try issuer.certificate, path: "chain.pem")]
        let vetter = OfferVetter(trust: trust, outside: outside)
        let issuers = OfferedIssuer.issuing(in: [try issuer.certificate])
        return try #require(
            OfferInstallation(
                of: try vetter.vet(offer, by: issuers),
                in: inventory,
                diagnostician: Diagnostician(trust: trust, outside: outside)
            )
        )
    }

    @Test func findsTheCertificateOfTheSameIssuerAndSubject() throws {
        let issuing = root.authority("Alpha CA 1")
        let found = try installation(issuing.issue("mail.contoso.com"), issuer: issuing).neighbours
        #expect(found.map(\.sharesTlsCertificateName) == [true])
        #expect(found.map(\.hasOtherIssuer) == [false])
    }

    @Test func seesThatTheIssuerChanges() throws {
        let old = root.authority("Alpha CA 1")
        let found = try installation(
            old.issue("mail.contoso.com", names: ["mail.contoso.com", "edge.contoso.com"]),
            issuer: root.authority("Alpha CA 2")
        ).neighbours
        #expect(found.map(\.hasOtherIssuer) == [true])
        #expect(found.map(\.lostNames) == [["edge.contoso.com"]])
    }
}
