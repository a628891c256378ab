import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RootNotTrustedTests {
    private let root = Forge.authority("Contoso Root")

    private func findings(_ subject: Subject) -> [Finding] { RootNotTrusted().findings(in: subject) }

    @Test func passesATrustedRoot() throws {
        #expect(findings(try .forged(root.issue("mail"), under: [root])).isEmpty)
    }

    @Test func flagsARootThatIsNotOnTheList() throws {
        let found = findings(try .forged(root.issue("mail"), beside: [root]))
        #expect(
            found.map(\.message) == [
                "the path ends in the root \"CN=Contoso Root\", which is not on the list of trusted roots"
            ]
        )
        #expect(found.first?.severity == .error)
    }

    @Test func saysBothReadingsOfAPathThatEndsAtAnIntermediate() throws {
        let issuing = root.authority("Contoso CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), beside: [issuing])
        let found = findings(subject)
        #expect(found.count == 1)
        #expect(found.first?.message.contains("if it is a root, it is not trusted") == true)
    }

    @Test func leavesALoneCertificateToTheMissingIssuer() throws {
        #expect(findings(try .forged(root.issue("mail"))).isEmpty)
    }

    @Test func leavesASelfSignedCertificateToItsOwnRule() throws {
        #expect(findings(try .forged(Forge.selfSigned("EX01"))).isEmpty)
    }

    @Test func flagsARootWithARestrictionThatIsNotUnderstood() throws {
        let found = findings(try .forged(root.issue("mail"), listed: [ListedRoot(root, .nameConstraints)]))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("something not understood here") == true)
    }

    @Test func flagsARootWhoseDigestIsAnother() throws {
        let listed = ListedRoot(root, .sha256([UInt8](repeating: 1, count: 32)))
        let found = findings(try .forged(root.issue("mail"), listed: [listed]))
        #expect(found.first?.message.contains("the root's SHA-1 but not its SHA-256") == true)
    }

    @Test func flagsAPilotRoot() throws {
        let rsa = Forge.authority("Pilot Root") { $0.key = .kept(.rsa(2_048)) }
        let pilot = rsa.replacing(identifier: "rsaEncryption", with: "2.16.840.1.101.3.4.3.19")
        let leaf = rsa.issue("mail").replacing(
            identifier: "sha256WithRSAEncryption",
            with: "2.16.840.1.101.3.4.3.19"
        )
        let found = findings(try .forged(leaf, listed: [ListedRoot(der: pilot)]))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("pilot root") == true)
    }
}
