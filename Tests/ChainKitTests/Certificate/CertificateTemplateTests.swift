import TestSupport
import Testing

@testable import ChainKit

/// The template that certificates are decoded by takes what OpenSSL's own takes, and nothing else.
struct CertificateTemplateTests {
    private func certificates() -> [ForgedCertificate] {
        let authority = Forge.authority("Alpha Root")
        return [authority, authority.issue("mail.contoso.com"), Forge.selfSigned("host.contoso.com")]
    }

    @Test func takesWhatOpenSSLTakesWhicheverOctetIsDamaged() throws {
        var taken = 0
        var refused = 0
        for certificate in certificates() {
            for position in certificate.der.indices {
                for damage in [0x01, 0x04, 0x20, 0x80, 0xff] as [UInt8] {
                    var der = certificate.der
                    der[position] ^= damage
                    // The outer frame is ours to judge, and stricter.
                    guard CertificateLayout(der) != nil else { continue }
                    let isTaken = OpenSSLTemplate.takes(der)
                    #expect(Certificate.parses(der) == isTaken, "octet \(position), damage \(damage)")
                    #expect(((try? Certificate(der: der)) != nil) == isTaken, "octet \(position)")
                    if isTaken { taken += 1 } else { refused += 1 }
                }
            }
        }
        #expect(taken > 1_000 && refused > 100)
    }

    @Test func refusesInOpenSSLsWords() throws {
        let certificate = Forge.selfSigned("host.contoso.com")
        let layout = try #require(CertificateLayout(certificate.der))
        var der = certificate.der
        // The SET of the subject's first relative name becomes a SEQUENCE.
        der[layout.subject.lowerBound + 2] = 0x30
        #expect(!OpenSSLTemplate.takes(der))
        do throws(CertificateError) {
            _ = try Certificate(der: der)
            Issue.record("a subject that is no name was taken")
        } catch {
            guard case .malformed(let reason) = error else {
                Issue.record("refused for another reason: \(error)")
                return
            }
            #expect(reason.contains("wrong tag"))
        }
    }
}
