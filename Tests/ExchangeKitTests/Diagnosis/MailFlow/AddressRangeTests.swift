import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1", "10.0.0.1"), ("10.1.2.3/8", "10.0.0.0", "10.255.255.255"),
        ("40.92.0.0/15", "40.92.0.0", "40.93.255.255"), ("0.0.0.0/0", "0.0.0.0", "255.255.255.255"),
        ("192.168.1.0/255.255.255.0", "192.168.1.0", "192.168.1.255"),
        ("10.0.0.1-10.0.0.9", "10.0.0.1", "10.0.0.9"),
        (
            "2a01:111:f400::/48", "2a01:111:f400:0:0:0:0:0",
            "2a01:111:f400:ffff:ffff:ffff:ffff:ffff"
        ),
    ])
    func readsWhatExchangeWrites(_ text: String, first: String, last: String) throws {
        let range = try #require(AddressRange(text))
        #expect(range.first.text == first)
        #expect(range.last.text == last)
    }

    @Test(arguments: [
        "", "-", "10.0.0.0/33", "10.0.0.9-10.0.0.1", "10.0.0.1-::1", "10.0.0.0/255.0.255.0", "a/8",
        "1.2.3.4/8/8",
    ])
    func refusesAnythingElse(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func comparesBySizeAndByWhatLiesWithin() throws {
        let all = try #require(AddressRange("0.0.0.0-255.255.255.255"))
        let inner = try #require(AddressRange("10.0.0.0/8"))
        #expect(all.contains(inner))
        #expect(!inner.contains(all))
        #expect(inner.isNarrower(than: all))
        #expect(!all.isNarrower(than: all))
        #expect(all.intersection(inner) == inner)
        #expect(try inner.intersection(#require(AddressRange("11.0.0.0/8"))) == nil)
        #expect(try all.intersection(#require(AddressRange("::/0"))) == nil)
    }
}
