import Forges
import Testing

@testable import ChainKit

struct HostLikeTextTests {
    @Test(arguments: [
        "mail.contoso.com", "*.contoso.com", "contoso.com.", "a_b.contoso.com", "büro.example", "192.0.2.1",
        "192.168.001.001", "0xC0A80101", "0xc0.0xa8.1.1", "2001:DB8::1", "::1",
    ])
    func knowsHostsAndAddresses(_ text: String) { #expect(HostLikeText.isHostOrAddress(text)) }

    @Test(arguments: [
        "", "mail", "Contoso mail", "v1.0", "Contoso Ltd.", "admin@contoso.com", "12345", "1.2.3", "a..b",
        "https://contoso.com/", "12:30",
    ])
    func knowsFreeText(_ text: String) { #expect(!HostLikeText.isHostOrAddress(text)) }

    @Test(arguments: [
        ("Mail.Contoso.COM.", "mail.contoso.com"), ("Büro.example", "xn--bro-hoa.example"),
        ("192.168.001.001", "192.168.1.1"), ("0xC0A80101", "192.168.1.1"), ("0xc0.0xa8.257", "192.168.1.1"),
        ("2001:0DB8:0::1", "2001:db8::1"),
    ])
    func findsWhatATextStandsFor(_ text: String, _ canonical: String) {
        #expect(HostLikeText.canonical(text) == canonical)
    }
}
