import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestNameNotPublicTests {
    private let rule = RequestNameNotPublic()

    @Test(arguments: ["mail.contoso.com", "*.contoso.co.uk", "xn--bcher-kva.example.com", "mail.gov.ck.com"])
    func passesPublicNames(_ name: String) throws {
        #expect(try rule.messages(try OfferForge.request("", names: [name]) { $0.subject = [] }).isEmpty)
    }

    @Test(arguments: [
        ("mail", "mail is a single label, a name of an internal network"),
        (
            "mail.contoso.local",
            "mail.contoso.local ends in .local, which is no top-level domain of the public DNS"
        ),
        ("ex_01.contoso.com", "ex_01.contoso.com holds an underscore"),
        ("co.uk", "co.uk is a public suffix"), ("*.co.uk", "*.co.uk covers the whole public suffix co.uk"),
        ("mail*.contoso.com", "mail*.contoso.com has a wildcard that is not the whole first label"),
        ("bücher.com", "bücher.com must stand as an A-label (xn--bcher-kva.com)"),
    ])
    func flagsNamesThatNobodyIssuesFor(_ name: String, _ message: String) throws {
        #expect(try rule.messages(try OfferForge.request("", names: [name]) { $0.subject = [] }) == [message])
    }

    @Test(arguments: [
        [10, 0, 0, 1], [127, 0, 0, 1], [172, 31, 0, 1], [192, 168, 1, 1], [100, 64, 0, 1], [203, 0, 113, 9],
        [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ])
    func flagsReservedAddresses(_ address: [UInt8]) throws {
        #expect(try rule.messages(try OfferForge.request { $0.addresses = [address] }).count == 1)
    }

    @Test(arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [0x2a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]])
    func passesAddressesOfTheInternet(_ address: [UInt8]) throws {
        #expect(try rule.messages(try OfferForge.request { $0.addresses = [address] }).isEmpty)
    }

    @Test func looksAtNamesAskedAboutWhereThereIsNoRequest() throws {
        #expect(try rule.messages(nil, names: ["mail.contoso.internal"]).count == 1)
        #expect(try rule.messages(nil).isEmpty)
    }

    @Test func leavesPrivateCAsAlone() throws {
        let offer = try OfferForge.offer(nil, names: ["mail.contoso.local"], isPublic: false)
        #expect(rule.findings(in: offer).isEmpty)
    }
}
