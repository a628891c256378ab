import TestSupport
import Testing

@testable import ChainKit

@Suite("TlsCertificateName")
struct TlsCertificateNameTests {
    @Test func joinsIssuerAndSubjectAsExchangeDoes() throws {
        let root = Forge.authority("Alpha Root") {
            $0.subject = [("C", "US"), ("O", "Alpha, Inc."), ("CN", "R1")]
        }
        let name = TlsCertificateName(try Certificate(der: root.issue("mail.contoso.com").der))
        #expect(name.text == "<I>CN=R1, O=\"Alpha, Inc.\", C=US<S>CN=mail.contoso.com")
        #expect(name.length == name.text.count)
    }
}
