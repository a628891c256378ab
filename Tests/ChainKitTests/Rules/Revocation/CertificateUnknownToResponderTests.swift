import Forges
import TestSupport
import Testing

@testable import ChainKit

struct CertificateUnknownToResponderTests {
    private let root = Forge.authority("Alpha Root")

    private func subject(_ status: OCSPResponseTemplate.Status?) throws -> Subject {
        let leaf = root.issue("mail")
        let responses = status.map { status in
            [root.ocspResponse(about: leaf, of: root) { $0.status = status }]
        }
        return try Subject.forged(leaf, under: [root]).checked(
            against: [],
            responses: responses ?? [],
            under: [root]
        )
    }

    @Test func passesWhatTheResponderVouchesForAndNoAnswer() throws {
        #expect(try CertificateUnknownToResponder().findings(in: subject(.good)).isEmpty)
        #expect(try CertificateUnknownToResponder().findings(in: subject(nil)).isEmpty)
    }

    @Test func warnsOfAnAnswerThatTheCertificateIsUnknown() throws {
        let subject = try subject(.unknown)
        let found = CertificateUnknownToResponder().findings(in: subject)
        #expect(
            found.map(\.message) == [
                "\"CN=mail\": the OCSP responder of its issuer says \"unknown\": it does not know it"
            ]
        )
        #expect(found.first?.severity == .warning)
        #expect(RevocationUnknown().findings(in: subject).isEmpty)
    }
}
