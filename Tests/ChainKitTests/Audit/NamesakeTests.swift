import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NamesakeTallyTests {
    private let root = Forge.authority("Alpha Root")

    private func tally(_ leaves: [ForgedCertificate]) throws -> AuditSummary {
        let folder = TemporaryFolder()
        for (number, leaf) in leaves.enumerated() { folder.write(leaf.pem, to: "\(number).pem") }
        return try #require(try audit(folder, anchors: [root]).summary)
    }

    private func leaf(until end: String, from start: String = "20260101000000Z") -> ForgedCertificate {
        root.issue("mail.contoso.com") { ($0.notBefore, $0.notAfter) = (start, end) }
    }

    @Test func findsNoneWhereTheSubjectOrTheIssuerDiffers() throws {
        let other = Forge.authority("Beta Root").issue("mail.contoso.com")
        let leaves = [leaf(until: "20270101000000Z"), root.issue("smtp.contoso.com"), other]
        let answer = try #require(try tally(leaves).recommendation)
        #expect(answer.namesakes.isEmpty)
        #expect(answer.pinning == .only)
    }

    @Test func saysThatTheLatestExpiryIsTaken() throws {
        let good = leaf(until: "20270301000000Z")
        let expired = leaf(until: "20260301000000Z", from: "20250101000000Z")
        for order in [[good, expired], [expired, good]] {
            let answer = try #require(try tally(order).recommendation)
            #expect(answer.certificate == (try good.certificate))
            #expect(answer.namesakes.map(\.sha256) == [SHA256Digest(of: expired.der)])
            #expect(answer.namesakes.first?.verdict == .ineligible)
            #expect(answer.pinning == .latest)
        }
    }

    @Test func saysThatAnotherIsTakenWhichExpiresLaterAndMustNotBeBound() throws {
        let good = leaf(until: "20270301000000Z")
        let bad = root.issue("mail.contoso.com") {
            $0.notAfter = "20290301000000Z"
            $0.names = ["other.contoso.com"]
        }
        let answer = try #require(try tally([good, bad]).recommendation)
        #expect(answer.certificate == (try good.certificate))
        #expect(answer.namesakes.map(\.verdict) == [.ineligible])
        #expect(answer.pinning == .other)
    }

    @Test func claimsNothingWhereTheRulesPartOrTheSubjectIsEmpty() throws {
        let long = leaf(until: "20270301000000Z")
        let newer = leaf(until: "20260801000000Z", from: "20260501000000Z")
        #expect(try tally([long, newer]).recommendation?.pinning == .unknown)
        let twin = leaf(until: "20270301000000Z")
        #expect(try tally([long, twin]).recommendation?.pinning == .unknown)
        let empty = root.issue("mail.contoso.com") { $0.subject = [] }
        #expect(try tally([empty]).recommendation?.pinning == .unknown)
    }

    @Test func keepsTheLastToExpireAndCountsTheRest() throws {
        let key = ForgedKey.fresh(.p256)
        let leaves = (1...30).map { number in
            root.issue("mail.contoso.com") {
                $0.key = key
                $0.notAfter = "20270\(number % 9 + 1)0\(number % 7 + 1)000000Z"
            }
        }
        let answer = try #require(try tally(leaves).recommendation)
        #expect(answer.namesakes.count + answer.namesakesLeftOut == 29)
        #expect(answer.namesakes.count <= NamesakeSearch.mostKept)
        let ends = answer.namesakes.compactMap(\.notAfter)
        #expect(ends == ends.sorted(by: >))
    }

    @Test func tellsEachNamesakeAsTheAuditDid() throws {
        let good = leaf(until: "20270901000000Z")
        let others = (1...3).map { leaf(until: "20270\($0)01000000Z") }
        let folder = TemporaryFolder()
        // One file of them all, and one of them a second time: places and order come from many inputs.
        folder.write(others.map(\.pem).joined(), to: "a/all.pem")
        folder.write(good.pem, to: "b/good.pem")
        folder.write(others[1].der, to: "c/again.cer")
        let collection = try audit(folder, anchors: [root])
        let answer = try #require(collection.summary?.recommendation)
        #expect(answer.namesakes.map(\.sha256) == others.reversed().map { SHA256Digest(of: $0.der) })
        for namesake in answer.namesakes {
            let record = collection.certificates.first { $0.certificate.sha256 == namesake.sha256 }
            #expect(namesake.sources == record?.sources)
            #expect(namesake.verdict == record?.verdict)
        }
        #expect(answer.namesakes.map(\.sources.count) == [1, 2, 1])
    }

    @Test func findsNamesakesInInputsThatCannotBeReadAgain() throws {
        let leaves = [leaf(until: "20270301000000Z"), leaf(until: "20270401000000Z")]
        let inputs = leaves.map { AuditInput.octets(Array($0.pem.utf8), name: "-") }
        let auditor = Audit(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            time: try #require(Instant(rfc3339: "2026-06-01T00:00:00Z")),
            references: [try #require(ReferenceIdentifier("mail.contoso.com"))]
        )
        var collection = AuditCollection()
        try auditor.run(inputs, names: ["-"], observer: &collection)
        let answer = try #require(collection.summary?.recommendation)
        #expect(answer.namesakes.map(\.sha256) == [SHA256Digest(of: leaves[0].der)])
    }
}
