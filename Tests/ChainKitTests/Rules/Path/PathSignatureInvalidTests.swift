import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PathSignatureInvalidTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesRightSignatures() throws {
        #expect(PathSignatureInvalid().findings(in: try .forged(root.issue("mail"), under: [root])).isEmpty)
    }

    @Test func flagsACertificateThatWasChanged() throws {
        let changed = root.issue("mail.contoso.com").replacing(
            DERWriter.element(0x0c, Array("mail.contoso.com".utf8)),
            with: DERWriter.element(0x0c, Array("mail.contosa.com".utf8))
        )
        let found = PathSignatureInvalid().findings(in: try .forged(changed, under: [root]))
        #expect(
            found.map(\.message) == [
                "the signature on \"CN=mail.contosa.com\" was not made by \"CN=Alpha Root\""
            ]
        )
        #expect(found.first?.severity == .error)
    }
}
