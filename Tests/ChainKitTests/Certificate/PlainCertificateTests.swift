import OpenSSLBridge
import TestSupport
import Testing

@testable import ChainKit

/// What is read of a certificate's frame without OpenSSL is what OpenSSL reads of it.
struct PlainCertificateTests {
    /// The parts as plain values, to be compared.
    private struct Parts: Equatable {
        let version: Int
        let serialNumber: SerialNumber
        let encoded: [[UInt8]?]
        let times: [[UInt8]?]
        let key: [UInt8]?
        let extensions: [[UInt8]]

        init(_ parts: borrowing some CertificateParts & ~Copyable) {
            version = parts.version
            serialNumber = parts.serialNumber
            var encoded: [[UInt8]?] = []
            for part in [.issuer, .subject, .keyAlgorithm, .signedSignatureAlgorithm, .signatureAlgorithm]
                as [X509Handle.EncodedPart]
            {
                encoded.append(parts.lend(part) { Array($0) })
            }
            self.encoded = encoded
            times = [
                parts.time(.notBefore) { [UInt8($0)] + Array($1) },
                parts.time(.notAfter) { [UInt8($0)] + Array($1) },
            ]
            key = parts.publicKey { Array($0) }
            var extensions: [[UInt8]] = []
            let areAllRead = parts.forEachExtension {
                extensions.append(Array($0))
                return true
            }
            #expect(areAllRead && parts.extensionCount == extensions.count)
            self.extensions = extensions
        }
    }

    private func plain(_ der: [UInt8]) -> Parts? {
        der.withUnsafeBufferPointer { PlainCertificate($0).map { Parts($0) } }
    }

    /// What OpenSSL makes of a certificate, nil where it takes it for none.
    private func decoded(_ der: [UInt8]) -> Parts? {
        der.withUnsafeBufferPointer { octets in
            guard let handle = try? X509Handle(der: octets) else { return nil }
            return Parts(handle)
        }
    }

    private func certificates() -> [ForgedCertificate] {
        let authority = Forge.authority("Alpha Root")
        return [authority, authority.issue("mail.contoso.com"), Forge.selfSigned("host.contoso.com")]
    }

    @Test func readsWhatOpenSSLReadsWhicheverOctetIsDamaged() {
        var read = 0
        for certificate in certificates() {
            #expect(plain(certificate.der) != nil)
            #expect(plain(certificate.der) == decoded(certificate.der))
            for position in certificate.der.indices {
                for damage in [0x01, 0x02, 0x04, 0x10, 0x20, 0x40, 0x7f, 0x80, 0xff] as [UInt8] {
                    var der = certificate.der
                    der[position] ^= damage
                    guard let parts = plain(der) else { continue }
                    #expect(parts == decoded(der), "octet \(position), damage \(damage)")
                    read += 1
                }
            }
        }
        #expect(read > 5_000)
    }

    @Test func frameIsTheOneThatTheLayoutReads() throws {
        for certificate in certificates() {
            let layout = try #require(CertificateLayout(certificate.der))
            let plain = certificate.der.withUnsafeBufferPointer { PlainCertificate($0)?.layout }
            #expect(plain == layout)
        }
    }

    @Test func leavesToOpenSSLWhatIsNotStrict() {
        for certificate in certificates() {
            #expect(plain(certificate.der + [0x00]) == nil)
            #expect(plain(Array(certificate.der.dropLast())) == nil)
            #expect(plain([]) == nil)
        }
    }
}
