import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Values print as people know them.
struct DescriptionTests {
    @Test func printsACertificateBySubjectAndThumbprint() throws {
        let certificate = try Forge.selfSigned("mail.contoso.com").certificate
        #expect("\(certificate)" == "\(certificate.subject.rfc4514) (\(certificate.thumbprint.hexadecimal))")
        #expect("\(certificate.sha256)" == certificate.sha256.hexadecimal)
        let name = TlsCertificateName(certificate)
        #expect("\(name)" == name.text)
    }

    @Test func printsAFindingByItsRule() {
        let finding = Finding(
            rule: "some-rule",
            severity: .note,
            roles: .both,
            message: "it is so",
            remedy: ""
        )
        #expect("\(finding)" == "some-rule: it is so")
    }

    @Test func printsAnInstantAsRFC3339() {
        #expect("\(Instant(seconds: 0))" == "1970-01-01T00:00:00Z")
    }

    @Test func takesWhatFoundationCountsFrom1970() {
        #expect(Instant(timeIntervalSince1970: 1.5) == Instant(seconds: 1, nanoseconds: 500_000_000))
        #expect(Instant(timeIntervalSince1970: -0.25) == Instant(seconds: -1, nanoseconds: 750_000_000))
        #expect(Instant(timeIntervalSince1970: .nan) == nil)
        #expect(Instant(timeIntervalSince1970: 1e12) == nil)
    }
}
