@testable import ChainKit
@testable import Reports

/// A certificate request, and what `vet` says of the certificate that would come of it.
enum RequestTarget {
    /// A root of Microsoft's list as the one who would issue: what stands above a request is not what is fuzzed.
    ///
    /// One with a curve, because a key like its own is made for every input, and for RSA that takes a tenth of a second.
    private static let root: Certificate? = {
        let encodings = try? RootCertificates.embedded()
        return encodings?.available.lazy.compactMap { try? Certificate(der: $0) }.first {
            NISTCurve($0.publicKey) != nil
        }
    }()

    static func run(_ octets: [UInt8]) {
        let found = FileTarget.reader.read(octets, path: "fuzz").requests
        for der in found.isEmpty ? [octets] : found {
            guard let request = try? CertificateRequest(der: der) else { continue }
            require(request.der == der, "the request is not kept")
            vet(request)
        }
    }

    private static func vet(_ request: CertificateRequest) {
        let references = ["mail.contoso.com", "192.0.2.1"].compactMap { ReferenceIdentifier($0) }
        let offer = Offer(
            request: request,
            references: references,
            start: Instant(seconds: 1_800_000_000),
            neighbours: root.map { [NeighbouringKey($0, path: "root")] } ?? []
        )
        let vetter = OfferVetter(trust: .anchors(PrivateAnchors(root.map { [$0] } ?? [])))
        let issuers = root.map { [OfferedIssuer(root: $0)] } ?? []
        for issuers in [issuers, []] {
            // What no certificate can hold is refused in words, which is an answer.
            guard let vetting = try? vetter.vet(offer, by: issuers) else { continue }
            let report = OfferReport(request: "fuzz", issuer: nil, trust: "your anchors", vetting: vetting)
            FileTarget.requireJSON(OfferJSON(toolVersion: "fuzz").document(report))
            let text = OfferText(toolVersion: "fuzz", style: .plain, explains: true)
            FileTarget.requirePrintable(Array(text.page(report).utf8))
        }
    }
}
