import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IntermediateExpiresFirstTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(issuerEnds end: String, trusted: Bool = true) throws -> [Finding] {
        let issuing = root.authority("Alpha CA 1") { $0.notAfter = end }
        let subject = try Subject.forged(
            issuing.issue("mail"),
            under: trusted ? [root] : [],
            beside: [issuing]
        )
        return IntermediateExpiresFirst().findings(in: subject)
    }

    @Test func passesAnIssuerThatLastsAsLong() throws {
        #expect(try findings(issuerEnds: "20270101000000Z").isEmpty)
    }

    @Test func warnsOfOneThatEndsEarlier() throws {
        let found = try findings(issuerEnds: "20261201000000Z")
        #expect(
            found.map(\.message) == ["\"CN=Alpha CA 1\" expires on 2026-12-01, the certificate on 2027-01-01"]
        )
        #expect(found.first?.severity == .warning)
    }

    @Test func saysNothingOfAPathThatIsNotTrusted() throws {
        #expect(try findings(issuerEnds: "20261201000000Z", trusted: false).isEmpty)
    }
}
