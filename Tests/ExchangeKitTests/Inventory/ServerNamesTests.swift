import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ServerNamesTests {
    @Test func takesAShortNameForTheOnlyFullOne() {
        let names = ServerNames(["EX01", "ex01.contoso.com", "EX02"])
        #expect(names.canonical("EX01") == "ex01.contoso.com")
        #expect(names.canonical("EX01.CONTOSO.COM") == "ex01.contoso.com")
        #expect(names.canonical("EX02") == "EX02")
    }

    @Test func leavesAShortNameThatTwoServersShare() {
        let names = ServerNames(["ex01.contoso.com", "ex01.fabrikam.com"])
        #expect(names.canonical("EX01") == "EX01")
    }
}
