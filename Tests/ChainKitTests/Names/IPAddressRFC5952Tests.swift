import Forges
import Testing

@testable import ChainKit

/// The examples of RFC 5952, section 4.
struct IPAddressRFC5952Tests {
    @Test(arguments: [
        ("2001:0db8::0001", "2001:db8::1"), ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:DB8::A", "2001:db8::a"),
        ("0:0:0:0:0:0:0:0", "::"),
        ("::1", "::1"), ("1::", "1::"), ("192.0.2.1", "192.0.2.1"),
    ])
    func hasOneTextOnly(_ text: String, _ canonical: String) throws {
        #expect(try #require(IPAddress(text)).canonicalText == canonical)
    }
}
