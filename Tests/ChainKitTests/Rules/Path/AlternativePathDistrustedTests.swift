import Forges
import TestSupport
import Testing

@testable import ChainKit

struct AlternativePathDistrustedTests {
    private let good = Forge.authority("Alpha Root")
    private let key = ForgedKey.fresh(.p256)

    /// A certificate under an authority that two roots certify.
    private func subject(_ adjust: (inout CertificateTemplate) -> Void = { _ in }, listed: Bool = false)
        throws
        -> Subject
    {
        let other = Forge.authority("Old Root", adjust)
        let issuing = good.authority("Alpha CA 1") { $0.key = key }
        let cross = other.authority("Alpha CA 1") { $0.key = key }
        let beside = [issuing, cross] + (listed ? [] : [other])
        return try .forged(
            issuing.issue("mail"),
            under: [good],
            listed: listed ? [ListedRoot(other, .disabled("2026-01-01"))] : [],
            beside: beside
        )
    }

    private func findings(_ subject: Subject) -> [Finding] {
        AlternativePathDistrusted().findings(in: subject)
    }

    @Test func passesASinglePath() throws {
        let issuing = good.authority("Alpha CA 1")
        #expect(findings(try .forged(issuing.issue("mail"), under: [good], beside: [issuing])).isEmpty)
    }

    @Test func notesARootThatIsNotListedAndSaysWhatToSend() throws {
        let found = findings(try subject())
        #expect(
            found.map(\.message) == [
                "a path to \"CN=Old Root\" is there as well: it is not on the list of trusted roots"
            ]
        )
        #expect(found.first?.severity == .note)
        #expect(
            found.first?.remedy.hasPrefix("send \"CN=Alpha CA 1\" with the certificate and leave out") == true
        )
    }

    @Test func warnsWhereTheCrossCertificateLiesInAFileWithTheCertificate() throws {
        let other = Forge.authority("Old Root")
        let issuing = good.authority("Alpha CA 1") { $0.key = key }
        let cross = other.authority("Alpha CA 1") { $0.key = key }
        let neighbour = Surroundings.Neighbour(index: 1, certificate: try Certificate(der: cross.der))
        let bundle = Surroundings.Bundle(path: "mail.pem", index: 0, authorities: [neighbour])
        let subject = try Subject.forged(
            issuing.issue("mail"),
            under: [good],
            beside: [issuing, cross, other],
            surroundings: Surroundings(bundles: [bundle])
        )
        #expect(findings(subject).map(\.severity) == [.warning])
    }

    @Test func saysNothingOfAnotherIssueOfTheTrustedRoot() throws {
        let older = Forge.authority("Alpha Root") { $0.key = good.key }
        let issuing = good.authority("Alpha CA 1")
        let subject = try Subject.forged(issuing.issue("mail"), under: [good], beside: [issuing, older])
        #expect(subject.search.attempts.count == 2)
        #expect(findings(subject).isEmpty)
    }

    @Test func warnsOfARootThatIsRefused() throws {
        let found = findings(try subject(listed: true))
        #expect(found.first?.message.hasSuffix("Microsoft disabled the root on 2026-01-01") == true)
    }

    @Test func warnsOfARootThatHasExpired() throws {
        let other = Forge.authority("Old Root") { $0.notAfter = "20260101000000Z" }
        let issuing = good.authority("Alpha CA 1") { $0.key = key }
        let cross = other.authority("Alpha CA 1") { $0.key = key }
        let found = findings(
            try .forged(issuing.issue("mail"), under: [good, other], beside: [issuing, cross])
        )
        #expect(found.map(\.message) == ["a path to \"CN=Old Root\" is there as well: it has expired"])
    }

    @Test func warnsOfARootThatIsNotYetValid() throws {
        let other = Forge.authority("New Root") { $0.notBefore = "20270101000000Z" }
        let issuing = good.authority("Alpha CA 1") { $0.key = key }
        let cross = other.authority("Alpha CA 1") { $0.key = key }
        let found = findings(
            try .forged(issuing.issue("mail"), under: [good, other], beside: [issuing, cross])
        )
        #expect(found.map(\.message) == ["a path to \"CN=New Root\" is there as well: it is not yet valid"])
    }

    @Test func passesAWayThatIsBrokenBelowItsRoot() throws {
        let other = Forge.authority("Old Root")
        let issuing = good.authority("Alpha CA 1") { $0.key = key }
        let cross = other.authority("Alpha CA 1") {
            $0.key = key
            $0.notAfter = "20260101000000Z"
        }
        let subject = try Subject.forged(
            issuing.issue("mail"),
            under: [good],
            beside: [issuing, cross, other]
        )
        #expect(subject.search.attempts.count == 2)
        #expect(findings(subject).isEmpty)
    }

    @Test func saysNothingWhereNoPathIsTrusted() throws {
        let issuing = Forge.authority("Old Root").authority("Alpha CA 1") { $0.key = key }
        #expect(findings(try .forged(issuing.issue("mail"), beside: [issuing])).isEmpty)
    }
}
