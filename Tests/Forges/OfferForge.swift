package import ChainKit
package import TestSupport
import Testing

/// Offers for tests.
package enum OfferForge {
    package static let start = Instant(seconds: 1_795_392_000)  // 2026-11-23

    package static func request(
        _ commonName: String = "mail.contoso.com",
        names: [String]? = nil,
        _ adjust: (inout CertificateRequestTemplate) -> Void = { _ in }
    ) throws -> CertificateRequest {
        var template = CertificateRequestTemplate(commonName, names: names)
        template.key = .kept(.rsa(2_048))
        adjust(&template)
        return try CertificateRequest(der: template.der)
    }

    package static func offer(
        _ request: CertificateRequest?,
        names: [String] = [],
        isPublic: Bool = true,
        neighbours: [NeighbouringKey] = []
    ) throws -> Offer {
        Offer(
            request: request,
            references: try names.map { try #require(ReferenceIdentifier($0)) },
            start: start,
            isPublic: isPublic,
            neighbours: neighbours
        )
    }

    /// What one issuer would make of a request under a private root.
    package static func issuance(
        _ issuer: ForgedCertificate,
        root: ForgedCertificate,
        request: CertificateRequest? = nil,
        start: Instant = start,
        days: Int? = nil
    ) throws -> Issuance {
        let offer = Offer(
            request: request,
            references: [try #require(ReferenceIdentifier("mail.contoso.com"))],
            start: start,
            days: days
        )
        let vetter = OfferVetter(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            outside: [.init(try issuer.certificate, path: "chain.pem")]
        )
        let issuers = OfferedIssuer.issuing(in: [try issuer.certificate])
        return try #require(try vetter.vet(offer, by: issuers).issuances.first)
    }
}
