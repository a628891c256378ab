import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Verification")
struct VerifierTests {
    private let root = Forge.authority("Alpha Root")

    private func request(
        _ leaf: ForgedCertificate,
        intermediates: [ForgedCertificate] = [],
        adjust: (inout VerificationRequest) -> Void = { _ in }
    ) throws -> VerificationRequest {
        var request = VerificationRequest(
            try leaf.certificate,
            intermediates: try intermediates.map { try $0.certificate },
            time: try #require(Instant(rfc3339: "2026-06-01T00:00:00Z"))
        )
        adjust(&request)
        return request
    }

    private func verify(_ request: VerificationRequest) throws -> Verification {
        Verifier(anchors: PrivateAnchors([try root.certificate])).verify(request)
    }

    @Test func acceptsAGoodPathAndNamesIt() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let verification = try verify(request(issuing.issue("mail.contoso.com"), intermediates: [issuing]))
        #expect(verification.answer == .accept)
        #expect(verification.accepted?.path.certificates.count == 3)
        #expect(verification.objections.isEmpty)
    }

    @Test func countsTheTargetsOwnDefects() throws {
        let expired = root.issue("mail.contoso.com") { $0.notAfter = "20260301000000Z" }
        let verification = try verify(request(expired))
        #expect(verification.answer == .reject)
        #expect(verification.objections.map(\.code) == ["expired"])
    }

    @Test func includesBothEndsOfTheValidity() throws {
        let leaf = root.issue("mail.contoso.com") { $0.notAfter = "20260601000000Z" }
        #expect(try verify(request(leaf)).answer == .accept)
        let within = try request(leaf) {
            $0.time = Instant(seconds: $0.time.seconds, nanoseconds: 999_999_999)
        }
        #expect(try verify(within).answer == .accept)
        let later = try request(leaf) { $0.time = Instant(seconds: $0.time.seconds + 1) }
        #expect(try verify(later).answer == .reject)
    }

    @Test func asksForTheNameAndThePurpose() throws {
        let leaf = root.issue("mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] }
        #expect(try verify(request(leaf)).objections.map(\.code) == ["purpose-excluded"])
        #expect(try verify(request(leaf) { $0.purpose = .client }).answer == .accept)
        #expect(try verify(request(leaf) { $0.purpose = .any }).answer == .accept)
        let named = try request(leaf) {
            $0.purpose = .any
            $0.unusableReferences = ["two words"]
        }
        #expect(try verify(named).objections.map(\.code) == ["name-not-covered"])
    }

    @Test(arguments: [[6], []]) func refusesAServersKeyThatMayDoNothingOfTLSWhateverTheProfile(
        _ usage: [Int]
    ) throws {
        let leaf = root.issue("mail.contoso.com") { $0.keyUsage = usage }
        for profile in ConformanceProfile.allCases {
            let verification = try verify(request(leaf) { $0.profile = profile })
            #expect(verification.objections.map(\.code) == ["key-usage-excluded"])
        }
        let asked = try verify(request(leaf) { $0.purpose = .any })
        #expect(asked.answer == (usage.isEmpty ? .reject : .accept))
    }

    @Test(arguments: [["anyExtendedKeyUsage"], ["serverAuth", "anyExtendedKeyUsage"]])
    func refusesEveryPurposeWhereTheWebsProfileIsAskedFor(_ purposes: [String]) throws {
        let leaf = root.issue("mail.contoso.com") { $0.extendedKeyUsage = purposes }
        #expect(try verify(request(leaf)).answer == .reject)
        #expect(try verify(request(leaf) { $0.profile = .rfc5280 }).answer == .accept)
    }

    @Test func boundsTheIntermediatesWhereAsked() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        func answer(_ most: Int) throws -> Verification.Answer {
            try verify(request(leaf, intermediates: [issuing]) { $0.maximumIntermediates = most }).answer
        }
        #expect(try answer(1) == .accept)
        #expect(try answer(Int.max) == .accept)
        #expect(try answer(0) == .reject)
        #expect(try answer(Int.min) == .reject)
    }

    @Test func demandsThatNothingIsRevokedWhereListsAreGiven() throws {
        let leaf = root.issue("mail.contoso.com")
        func answer(_ list: [UInt8]) throws -> Verification {
            let store = RevocationStore(lists: [try RevocationList(der: list)])
            return try verify(request(leaf) { $0.revocation = store })
        }
        #expect(try answer(root.revocationList(revoking: [])).answer == .accept)
        let revoked = try answer(root.revocationList(revoking: [leaf]))
        #expect(revoked.objections.map(\.code) == ["revoked"])
        let foreign = Forge.authority("Beta Root").revocationList(revoking: [])
        #expect(try answer(foreign).answer == .reject)
    }
}
