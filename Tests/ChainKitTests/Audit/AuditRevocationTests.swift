import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Lists and responses among what is audited, and beside it.
struct AuditRevocationTests {
    private let root = Forge.authority("Alpha Root")

    private func audit(
        _ folder: TemporaryFolder,
        outside: Audit.OutsideRevocation = Audit.OutsideRevocation()
    ) throws -> AuditCollection {
        let audit = Audit(
            trust: .anchors(PrivateAnchors([try Certificate(der: root.der)])),
            time: .test("2026-06-01T00:00:00Z"),
            options: Audit.Options(
                outsideRevocation: outside
            )
        )
        return audit.collect([folder.path])
    }

    private func rules(_ collection: AuditCollection) -> [String] {
        collection.certificates.flatMap(\.findings).map(\.rule).filter { $0.contains("revo") }
    }

    @Test func checksAgainstAListInTheFolder() throws {
        let folder = TemporaryFolder()
        let leaf = root.issue("mail.contoso.com")
        folder.write(leaf.der, to: "a.cer")
        folder.write(root.revocationList(revoking: [leaf], reason: 1), to: "z/root.crl")
        let found = try audit(folder)
        #expect(rules(found) == ["certificate-revoked"])
        #expect(found.certificates.first?.verdict == .ineligible)
        let file = try #require(found.files.last)
        #expect(file.status == "ok")
        #expect(file.revocationsUsed == 1)
        #expect(
            file.notes == ["used: revocation list of CN=Alpha Root, 1 entry, until 2026-07-01T00:00:00Z"]
        )
        let limits = found.header?.limits ?? []
        #expect(limits.contains { $0.hasPrefix("revocation: checked against the 1 list and 0 responses") })
    }

    @Test func checksAgainstAResponseInTheFolder() throws {
        let folder = TemporaryFolder()
        let leaf = root.issue("mail.contoso.com")
        folder.write(leaf.der, to: "a.cer")
        folder.write(
            root.ocspResponse(about: leaf, of: root) { $0.status = .revoked(reason: 4) },
            to: "a.ocsp"
        )
        #expect(rules(try audit(folder)) == ["certificate-revoked"])
    }

    @Test func checksAgainstWhatIsGivenBeside() throws {
        let folder = TemporaryFolder()
        let leaf = root.issue("mail.contoso.com")
        folder.write(leaf.der, to: "a.cer")
        let list = try RevocationList(der: root.revocationList { $0.nextUpdate = "260515000000Z" })
        let found = try audit(folder, outside: Audit.OutsideRevocation(lists: [list]))
        #expect(rules(found) == ["revocation-list-stale"])
        #expect(found.certificates.first?.verdict?.isEligible == true)
    }

    @Test func saysNothingOfRevocationWithoutListsAndResponses() throws {
        let folder = TemporaryFolder()
        folder.write(root.issue("mail.contoso.com").der, to: "a.cer")
        let found = try audit(folder)
        #expect(rules(found).isEmpty)
        #expect(
            found.header?.limits.contains("not checked: revocation, for which no list or response was given")
                == true
        )
    }

    @Test func reportsAListThatDoesNotParse() throws {
        let folder = TemporaryFolder()
        let list = root.revocationList { _ in }
        let bad = DERRewriter.replacing(
            DERWriter.identifier("2.5.29.20"),
            with: [0x06, 0x01, 0x80],
            in: list
        )
        folder.write(bad, to: "bad.crl")
        let file = try #require(try audit(folder).files.first)
        #expect(file.hasErrors)
        #expect(file.worstProblem?.detail.hasPrefix("revocation list 1 does not parse: ") == true)
    }
}
