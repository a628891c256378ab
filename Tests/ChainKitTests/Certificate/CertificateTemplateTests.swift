import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import Octets

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

    /// A Name with a relative name for each value, and one of two attributes.
    private func name(_ values: [(tag: UInt8, octets: [UInt8])]) -> [UInt8] {
        let type = DERFraming.element(DERReader.Tag.objectIdentifier, [0x55, 0x04, 0x0b])
        let attributes = values.map { DERFraming.sequence(type, DERFraming.element($0.tag, $0.octets)) }
        let relativeNames =
            attributes.map { DERFraming.element(DERReader.Tag.set, $0) }
            + [DERFraming.element(DERReader.Tag.set, attributes.prefix(2).flatMap { $0 })]
        return DERFraming.sequence(relativeNames.flatMap { $0 })
    }

    @Test func takesTheNamesThatOpenSSLTakesWhicheverOctetIsDamaged() {
        let latin: [UInt8] = [0x4d, 0xfc, 0x6e]
        let wide: [UInt8] = [0x00, 0x4d, 0xd8, 0x00]
        let names = [
            name([(19, Array("US".utf8)), (12, Array("Zürich".utf8)), (22, Array("a@b".utf8))]),
            name([(20, latin), (19, latin), (18, Array("12".utf8))]), name([(30, wide), (28, wide)]),
            name([(12, [0xff]), (3, [0x00, 0x80])]), name([]),
        ]
        var taken = 0
        var refused = 0
        for sound in names {
            for position in sound.indices {
                for damage in 0...255 as ClosedRange<UInt8> {
                    var der = sound
                    der[position] ^= damage
                    let isTaken = OpenSSLTemplate.takes(name: der)
                    #expect(
                        (DistinguishedName(der: der) != nil) == isTaken,
                        "octet \(position), damage \(damage)"
                    )
                    if isTaken { taken += 1 } else { refused += 1 }
                }
            }
        }
        #expect(taken > 1_000 && refused > 1_000)
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
