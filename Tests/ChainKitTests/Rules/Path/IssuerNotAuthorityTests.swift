import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IssuerNotAuthorityTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ adjust: (inout CertificateTemplate) -> Void = { _ in }) throws -> [Finding] {
        let issuing = root.authority("Alpha CA 1", adjust)
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        return IssuerNotAuthority().findings(in: subject)
    }

    @Test func passesAnAuthority() throws {
        #expect(try findings().isEmpty)
        #expect(try findings { $0.keyUsage = nil }.isEmpty)
    }

    @Test(arguments: [nil, false] as [Bool?]) func flagsAnIssuerThatIsNone(_ isAuthority: Bool?) throws {
        let found = try findings { $0.isAuthority = isAuthority }
        #expect(found.map(\.message) == ["\"CN=Alpha CA 1\" is no certification authority"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsAKeyUsageThatForbidsIt() throws {
        let found = try findings { $0.keyUsage = [6] }
        #expect(found.map(\.message) == ["the keyUsage of \"CN=Alpha CA 1\" lacks keyCertSign"])
    }
}
