import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NotATransportCertificateTests {
    private func findings(_ leaf: ForgedCertificate) throws -> [Finding] {
        NotATransportCertificate().findings(in: try .forged(leaf))
    }

    @Test func passesAMailServer() throws {
        #expect(try findings(Forge.selfSigned("mail.contoso.com")).isEmpty)
    }

    @Test(arguments: [
        ("MS-Organization-P2P-Access [2025]", "device sign-in"),
        ("WMSvc-SHA2-EX01", "web management service"),
        ("Microsoft Exchange Server Auth Certificate", "OAuth between Exchange servers"),
    ])
    func notesItByTheCommonName(_ name: String, _ purpose: String) throws {
        let found = try findings(Forge.selfSigned(name) { $0.names = [] })
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.message.contains(purpose) == true)
    }

    @Test func notesItByTheDomainComponent() throws {
        let leaf = Forge.selfSigned("unused") {
            $0.subject = [("DC", "Windows Azure CRP Certificate Generator")]
        }
        #expect(try findings(leaf).first?.message.contains("Azure virtual machine") == true)
    }

    @Test func notesItByTheIssuer() throws {
        let device = Forge.authority("MS-Organization-P2P-Access [2025]").issue("0f7c2f3e")
        #expect(try findings(device).count == 1)
    }
}
