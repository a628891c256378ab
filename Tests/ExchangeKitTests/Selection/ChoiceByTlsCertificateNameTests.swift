import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("ChoiceByTlsCertificateName")
struct ChoiceByTlsCertificateNameTests {
    private let store = SelectionFixture()

    private func choose(_ candidates: [SelectionCandidate], _ name: String) -> CertificateChoice {
        SelectionFixture.inbound(candidates, SelectionFixture.receive(name: .value(name)))
    }

    private func name(_ candidate: SelectionCandidate) throws -> String {
        try #require(TlsCertificateName(candidate.installed)).text
    }

    @Test func takesTheLatestExpiryAfterARenewal() throws {
        let old = try store.issued()
        let new = try store.issued(from: "20260801000000Z", to: "20270801000000Z")
        let choice = choose([old, new], try name(old))
        #expect(choice.presented == new)
        #expect(choice.certainty == .stated)
        #expect(choice.runnersUp == [old])
        #expect(choice.remarks.isEmpty)
        #expect(choose([old], try name(old)).certainty == .documented)
    }

    @Test func remarksWhereTheMostRecentValidFromDisagrees() throws {
        let long = try store.issued(to: "20280101000000Z")
        let recent = try store.issued(from: "20260801000000Z", to: "20270801000000Z")
        let choice = choose([long, recent], try name(long))
        #expect(choice.presented == long)
        #expect(choice.certainty == .inferred)
        #expect(choice.remarks.contains { $0.contains("more recent Valid from") })
    }

    @Test func doesNotAskForSmtp() throws {
        let old = try store.issued()
        let new = try store.issued(from: "20260801000000Z", to: "20270801000000Z", services: [.iis])
        let choice = choose([old, new], try name(old))
        #expect(choice.presented == new)
        #expect(choice.remarks.contains { $0.contains("TLS then fails") })
        let unknown = choose([new.with { $0.services = nil }], try name(old))
        #expect(unknown.presented != nil)
        #expect(unknown.remarks.contains { $0.contains("do not hold the services") })
    }

    @Test func danglesOnceTheIssuerRotated() throws {
        let next = store.internalRoot.authority("Public CA 2")
        let renewed = try store.issued(by: next)
        let choice = choose([renewed], try name(store.issued()))
        #expect(choice.isNone)
        #expect(choice.reason.contains("12014"))
        #expect(choice.certainty == .documented)
        let near = "the nearest is certificate \(renewed.installed.thumbprint): the subject is the same"
        #expect(choice.remarks.contains { $0.hasPrefix(near) })
    }

    @Test func isLessSureWhereTheNameIsOnlyWrittenOtherwise() throws {
        let good = try store.issued()
        let spaced = try name(good).replacing("<S>", with: " <S>")
        #expect(choose([good], spaced).isNone)
        #expect(choose([good], spaced).certainty == .inferred)
        let capitals = choose([good], try name(good).uppercased())
        #expect(capitals.presented == good)
        #expect(capitals.certainty == .inferred)
        #expect(capitals.remarks.contains { $0.contains("capitals") })
    }

    @Test func isUndecidedWhereCaseTellsTwoCertificatesApart() throws {
        let lower = try store.issued()
        let upper = try store.issued("MAIL.contoso.com", from: "20260801000000Z", to: "20270801000000Z")
        let choice = choose([lower, upper], try name(lower))
        #expect(Set(choice.possible) == [lower, upper])
        #expect(choice.reason.contains("capitals"))
        #expect(choose([lower, upper], try name(upper)).presented == upper)
    }

    @Test func presentsNothingWhereTheNamedCertificateIsNotValid() throws {
        let bad = try store.issued(standing: .invalid(reason: "its root is not trusted"))
        let choice = choose([bad], try name(bad))
        #expect(choice.isNone)
        #expect(choice.reason.contains("not valid on the server"))
        #expect(choice.certainty == .stated)
    }

    @Test func isUndecidedWhetherAnOlderOneStandsInForAnInvalidOne() throws {
        let old = try store.issued()
        let bad = try store.issued(
            from: "20260801000000Z",
            to: "20270801000000Z",
            standing: .invalid(reason: "its root is not trusted")
        )
        let choice = choose([old, bad], try name(old))
        #expect(choice.possible == [old])
        #expect(choice.reason.contains("not documented"))
        let badOld = try store.issued(from: "20250101000000Z", to: "20260501000000Z", standing: bad.standing)
        #expect(choose([old, badOld], try name(old)).presented == old)
    }

    @Test func isUndecidedBetweenEqualExpiries() throws {
        let one = try store.issued()
        let reissued = try store.issued(from: "20260301000000Z")
        #expect(Set(choose([one, reissued], try name(one)).possible) == [one, reissued])
    }

    @Test func presentsANamedSelfSignedCertificate() throws {
        let own = try store.selfSigned()
        #expect(choose([own], try name(own)).presented == own)
    }

    @Test func presentsAnExpiredOneAndSaysSo() throws {
        let expired = try store.issued(from: "20250101000000Z", to: "20260101000000Z")
        let choice = choose([expired], try name(expired))
        #expect(choice.presented == expired)
        #expect(choice.remarks.contains { $0.contains("12016") })
    }

    @Test func doubtsCertificatesWithoutKnownIssuer() throws {
        let good = try store.issued()
        let blank = SelectionCandidate(
            InstalledFixture.named("AA", issuer: nil, subject: nil),
            standing: .valid
        )
        #expect(Set(choose([good, blank], try name(good)).possible) == [good, blank])
    }

    @Test func remarksOnANameWithoutSubject() throws {
        let bare = try InstalledFixture.installed(store.publicRoot.issue("x") { $0.subject = [] })
        let candidate = SelectionCandidate(bare, standing: .valid)
        let choice = choose([candidate], try name(candidate))
        #expect(choice.presented == candidate)
        #expect(choice.remarks.contains { $0.contains("no subject") })
    }
}
