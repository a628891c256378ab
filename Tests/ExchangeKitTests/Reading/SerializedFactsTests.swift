import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct CertificateDescriptionTests {
    private static let text = """
        [Subject]\r
          CN=mail.contoso.com, O="Contoso, Ltd."\r
        \r
        [Issuer]\r
          CN=Alpha CA\r
        \r
        [Serial Number]\r
          6C20C91ACF6A87BE4552A6CCD612A0E7\r
        \r
        [Not Before]\r
          08/06/2021 15:59:05\r
        \r
        [Not After]\r
          07/11/2026 15:59:05\r
        \r
        [Thumbprint]\r
          2D10A746D6BB8D795F1679AEBD89D5D2AE583CB7\r

        """

    @Test func readsEachSection() throws {
        let description = try #require(CertificateDescription(Self.text))
        #expect(description.subject == #"CN=mail.contoso.com, O="Contoso, Ltd.""#)
        #expect(description.issuer == "CN=Alpha CA")
        #expect(description.serialNumber == "6C20C91ACF6A87BE4552A6CCD612A0E7")
        #expect(description.thumbprint == "2D10A746D6BB8D795F1679AEBD89D5D2AE583CB7")
        // Month, day, year whatever the culture; the zone is that of the machine and unknown.
        #expect(description.notBefore?.readings.map(\.rfc3339) == ["2021-08-06T15:59:05Z"])
        #expect(description.notAfter?.hasZone == false)
    }

    @Test func isNoneForOtherText() {
        #expect(CertificateDescription("Mail to O365") == nil)
    }
}
