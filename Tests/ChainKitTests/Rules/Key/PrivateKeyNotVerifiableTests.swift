import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PrivateKeyNotVerifiableTests {
    private func findings(_ surroundings: Surroundings) throws -> [Finding] {
        let subject = try Subject.forged(Forge.selfSigned("mail.contoso.com"), surroundings: surroundings)
        return PrivateKeyNotVerifiable().findings(in: subject)
    }

    @Test func notesThatFilesCannotProveIt() throws {
        let found = try findings(Surroundings())
        #expect(
            found.map(\.message) == ["no private key of this certificate is here; not verifiable from files"]
        )
        #expect(found.first?.severity == .note)
    }

    @Test func namesTheFilesThatHoldTheKey() throws {
        let found = try findings(Surroundings(exposedKeyFiles: ["a.key"], protectedKeyFiles: ["b.pfx"]))
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix("the private key was found in a.key, b.pfx") == true)
        #expect(found.first?.severity == .note)
    }

    @Test(arguments: [true, false])
    func isSilentWhereExchangeSaysItself(_ hasPrivateKey: Bool) throws {
        let stated = InstalledCertificate.forged { $0.hasPrivateKey = hasPrivateKey }
        #expect(try findings(Surroundings(installations: [stated])).isEmpty)
        #expect(try findings(Surroundings(installations: [.forged()])).count == 1)
    }
}
