import TestSupport
import Testing

@testable import ChainKit

@Suite("TlsCertificateNameSearch")
struct TlsCertificateNameSearchTests {
    @Test func sortsWhatItFindsAndPutsTheNearestFirst() {
        let subject = "CN=mail.contoso.com, S=Ohio"
        let store = [
            InstalledFixture.named("D4", issuer: "CN=R10", subject: "CN=autodiscover.contoso.com"),
            InstalledFixture.named("C3", issuer: "CN=R11", subject: subject),
            InstalledFixture.named("B2", issuer: "CN=R10", subject: "CN=mail.contoso.com,S=Ohio"),
            InstalledFixture.named("A1", issuer: "CN=R10", subject: subject),
            InstalledFixture.named("E5", issuer: "cn=r10", subject: subject),
            InstalledFixture.named("F6", issuer: "CN=Other", subject: "CN=else"),
            InstalledFixture.named("07", issuer: nil, subject: subject),
        ]
        let name = TlsCertificateName(reading: "<I>CN=R10<S>\(subject)")
        for store in [store, store.reversed()] {
            let search = TlsCertificateNameSearch(name, among: store)
            #expect(search.exact.map(\.thumbprint) == ["A1"])
            #expect(search.exceptForCase.map(\.thumbprint) == ["E5"])
            #expect(search.near.map(\.installed.thumbprint) == ["B2", "C3", "D4"])
            #expect(search.unknown.map(\.thumbprint) == ["07"])
        }
    }

    @Test func putsTheNewestFirstAmongThoseThatAreAsNear() throws {
        let root = Forge.authority("R11")
        let old = try InstalledFixture.installed(root.issue("mail.contoso.com"))
        let new = try InstalledFixture.installed(
            root.issue("mail.contoso.com") { $0.notBefore = "20260601000000Z" }
        )
        let search = TlsCertificateNameSearch(
            TlsCertificateName(reading: "<I>CN=R10<S>CN=mail.contoso.com"),
            among: [old, new]
        )
        #expect(search.near.map(\.installed) == [new, old])
        #expect(search.near.allSatisfy { $0.differences == [.issuerChanged] })
    }
}
