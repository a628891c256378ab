import Testing

@testable import ChainKit

@Suite("Reference identifiers")
struct ReferenceIdentifierTests {
    @Test(arguments: ["", ".", "a..b", "mail contoso.com", "mail.contoso.com:25", "*.contoso.com", "a/b"])
    func refusesWhatIsNoHost(_ text: String) {
        #expect(ReferenceIdentifier(text) == nil)
    }

    @Test(arguments: [
        ("::", 16), ("::1", 16), ("1::", 16), ("::ffff:192.0.2.1", 16), ("1:2:3:4:5:6:7:8", 16),
        ("10.0.0.1", 4),
    ])
    func readsAddresses(_ text: String, _ count: Int) {
        #expect(IPAddress(text)?.octets.count == count)
    }

    @Test(arguments: [
        "1:2:3", "1:2:3:4:5:6:7:8:9", ":::", "1::2::3", "10.0.0", "10.0.0.256", "010.0.0.1", "::1%eth0",
    ])
    func refusesWhatIsNoAddress(_ text: String) {
        #expect(IPAddress(text) == nil)
    }
}
