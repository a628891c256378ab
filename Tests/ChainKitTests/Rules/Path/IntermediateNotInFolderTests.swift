import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IntermediateNotInFolderTests {
    private let root = Forge.authority("Alpha Root")

    @Test func passesAnIntermediateOfTheFolder() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], beside: [issuing])
        #expect(IntermediateNotInFolder().findings(in: subject).isEmpty)
    }

    @Test func passesARootFromOutside() throws {
        let subject = try Subject.forged(root.issue("mail"), under: [root], outside: [root])
        #expect(IntermediateNotInFolder().findings(in: subject).isEmpty)
    }

    @Test func warnsOfOneFromOutside() throws {
        let issuing = root.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), under: [root], outside: [issuing])
        let found = IntermediateNotInFolder().findings(in: subject)
        let thumbprint = try Certificate(der: issuing.der).thumbprint.hexadecimal
        #expect(
            found.map(\.message) == [
                "\"CN=Alpha CA 1\", thumbprint \(thumbprint), is not in the folder; the server must send it"
            ]
        )
        #expect(found.first?.severity == .warning)
    }
}
