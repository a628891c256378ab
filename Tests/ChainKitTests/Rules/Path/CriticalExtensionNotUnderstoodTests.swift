import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CriticalExtensionNotUnderstoodTests {
    private let root = Forge.authority("Alpha Root")
    private let odd = ForgedExtension("1.3.6.1.4.1.99999.1", isCritical: true, value: [0x05, 0x00])

    private func findings(_ subject: Subject) -> [Finding] {
        CriticalExtensionNotUnderstood().findings(in: subject)
    }

    @Test func passesOneThatIsNotCritical() throws {
        let leaf = root.issue("mail") {
            $0.extensions = [ForgedExtension("1.3.6.1.4.1.99999.1", value: [0x05, 0x00])]
        }
        #expect(findings(try .forged(leaf, under: [root])).isEmpty)
    }

    @Test func flagsOneOfTheCertificateOnATrustedPath() throws {
        let leaf = root.issue("mail") { $0.extensions = [odd] }
        let found = findings(try .forged(leaf, under: [root]))
        #expect(
            found.map(\.message) == [
                "the certificate has the critical extension 1.3.6.1.4.1.99999.1, which is not understood"
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func callsAPrecertificateByItsName() throws {
        let leaf = root.issue("mail") {
            let poison = "1.3.6.1.4.1.11129.2.4.3"
            $0.extensions = [ForgedExtension(poison, isCritical: true, value: [0x05, 0x00])]
        }
        let found = findings(try .forged(leaf, under: [root]))
        #expect(
            found.map(\.message) == [
                "the certificate is a precertificate, made for Certificate Transparency logs and for no other use"
            ]
        )
    }

    @Test func flagsOneOfAnIssuer() throws {
        let issuing = root.authority("Alpha CA 1") { $0.extensions = [odd] }
        let found = findings(try .forged(issuing.issue("mail"), under: [root], beside: [issuing]))
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix("\"CN=Alpha CA 1\" has the critical extension") == true)
    }
}
