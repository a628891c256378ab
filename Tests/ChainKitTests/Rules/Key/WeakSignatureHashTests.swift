import Forges
import TestSupport
import Testing

@testable import ChainKit

struct WeakSignatureHashTests {
    private let root = Forge.authority("Alpha Root") {
        $0.key = .kept(.rsa(2_048))
        $0.hash = .sha1
    }

    private func findings(_ subject: Subject) -> [Finding] { WeakSignatureHash().findings(in: subject) }

    @Test func passesStrongHashesUnderARootThatSignedItselfWithAWeakOne() throws {
        let issuing = root.authority("Alpha CA 1")
        #expect(findings(try .forged(issuing.issue("mail"), under: [root], beside: [issuing])).isEmpty)
    }

    @Test(arguments: [ForgedHash.sha1, .md5]) func flagsAPublicCertificate(_ hash: ForgedHash) throws {
        let leaf = root.issue("mail") { $0.hash = hash }
        let found = findings(try .forged(leaf, listed: [ListedRoot(root)]))
        let name = hash == .sha1 ? "sha1WithRSAEncryption" : "md5WithRSAEncryption"
        #expect(found.map(\.message) == ["the certificate is signed with \(name)"])
        #expect(found.first?.severity == .error)
    }

    @Test func flagsOneUnderAnAnchorThatStandsInTheListsPlace() throws {
        let leaf = root.issue("mail") { $0.hash = .sha1 }
        #expect(findings(try .forged(leaf, under: [root])).map(\.severity) == [.error])
    }

    @Test func warnsOfOneThatNoAnchorVouchesFor() throws {
        let leaf = root.issue("mail") { $0.hash = .sha1 }
        #expect(findings(try .forged(leaf)).map(\.severity) == [.warning])
    }

    @Test func warnsOfAnAuthorityBelowTheRoot() throws {
        let issuing = root.authority("Alpha CA 1") { $0.hash = .sha1 }
        let found = findings(
            try .forged(issuing.issue("mail"), listed: [ListedRoot(root)], beside: [issuing])
        )
        #expect(
            found.map(\.message) == ["the authority \"CN=Alpha CA 1\" is signed with sha1WithRSAEncryption"]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func passesATrustAnchorItself() throws {
        #expect(findings(try .forged(root, under: [root])).isEmpty)
    }
}
