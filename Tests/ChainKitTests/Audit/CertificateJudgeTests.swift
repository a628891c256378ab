import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Roles")
struct RoleClassifierTests {
    private func role(
        _ certificate: ForgedCertificate,
        issuers: [ForgedCertificate] = [],
        anchors: [ForgedCertificate] = []
    ) throws -> CertificateRole {
        let classifier = RoleClassifier(
            issuers: Set(try issuers.map { try $0.certificate.subject.der }),
            anchors: PrivateAnchors(try anchors.map { try $0.certificate })
        )
        return classifier.role(of: try certificate.certificate)
    }

    @Test func judgesASelfSignedServerEvenIfItSaysThatItIsAnAuthority() throws {
        let server = Forge.selfSigned("EX01") {
            $0.isAuthority = true
            $0.keyUsage = nil
            $0.names = []
            $0.extendedKeyUsage = nil
        }
        #expect(try role(server) == .endEntity)
        #expect(try role(server, issuers: [server]) == .root)
        #expect(try role(server, anchors: [server]) == .root)
    }

    @Test func tellsRootsAndIntermediates() throws {
        let root = Forge.authority("Alpha Root")
        #expect(try role(root) == .root)
        #expect(try role(root.authority("Alpha Issuing CA")) == .intermediate)
        #expect(try role(root.issue("mail.contoso.com")) == .endEntity)
    }
}
