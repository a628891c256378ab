import Forges
import TestSupport
import Testing

@testable import ChainKit

struct TlsCertificateNameTooLongTests {
    private func findings(organization length: Int, units: Int = 0) throws -> [Finding] {
        let leaf = Forge.selfSigned("mail.contoso.com") {
            $0.subject.append(("O", String(repeating: "a", count: length)))
            for _ in 0..<units { $0.subject.append(("OU", String(repeating: "b", count: 60))) }
        }
        return TlsCertificateNameTooLong().findings(in: try .forged(leaf))
    }

    @Test func passesWhatFits() throws {
        #expect(try findings(organization: 20).isEmpty)
    }

    @Test func notesWhatOldSchemasWouldNotTake() throws {
        let found = try findings(organization: 60, units: 1)
        #expect(found.count == 1)
        #expect(found.first?.message.contains("older than that of Exchange 2013 CU6") == true)
        #expect(found.first?.severity == .note)
    }

    @Test func flagsWhatNoSchemaTakes() throws {
        let found = try findings(organization: 60, units: 8)
        #expect(found.count == 1)
        #expect(found.first?.message.hasSuffix("characters, the attribute takes 1024") == true)
        #expect(found.first?.severity == .error)
    }
}
