import ChainKit
import TestSupport
import Testing

/// Files of several formats put together, as by `cat` and `copy /b`.
struct InputReaderMixtureTests {
    private let root = Forge.authority("Alpha Root")
    private let leaf = Forge.selfSigned("mail.contoso.com")
    private let other = Forge.selfSigned("other.contoso.com")
    private let reader = InputReader()

    private func content(_ parts: [UInt8]...) -> FileContent { reader.read(parts.flatMap(\.self), path: "a") }
    private func pem(_ certificate: ForgedCertificate) -> [UInt8] { Array(certificate.pem.utf8) }

    @Test(arguments: [[], [0x0a], [0x0d, 0x0a], [0, 0]] as [[UInt8]])
    func readsEverythingWhateverTheOrder(_ between: [UInt8]) {
        let mixtures = [
            content(leaf.der, between, pem(root), between, pem(other)),
            content(pem(leaf), between, root.der, between, other.der),
            content(leaf.der, between, root.der, between, other.der),
            content(pem(leaf), between, root.der, between, pem(other)),
            content(leaf.der, between, pem(root), between, other.der),
            content([0x0d, 0x0a], leaf.der, between, pem(root), between, other.der, between),
        ]
        for mixture in mixtures {
            #expect(mixture.certificates.map(\.der) == [leaf.der, root.der, other.der])
            #expect(mixture.record.status == "ok")
            #expect(mixture.record.notes.isEmpty)
        }
    }

    @Test func readsTextOfOtherKindsBehindDER() {
        let wide = Array(("\u{feff}" + root.pem).utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
        for rest in [wide, Array(PEMWriter.base64(root.der).utf8)] {
            let mixture = content(leaf.der, [0x0a], rest)
            #expect(mixture.certificates.map(\.der) == [leaf.der, root.der])
            #expect(mixture.record.status == "ok")
        }
    }

    @Test func readsCertificatesBehindOtherThings() {
        for first in [leaf.request, leaf.key.pkcs8DER, leaf.key.publicDER] {
            for rest in [root.der, pem(root)] {
                let mixture = content(first, rest)
                #expect(mixture.certificates.map(\.der) == [root.der])
                #expect(mixture.record.status == "ok")
            }
        }
        let message = content(ForgedCertificate.pkcs7([leaf]), pem(root))
        #expect(message.certificates.map(\.der) == [leaf.der, root.der])
        #expect(message.record.kind == .pkcs7)
    }

    @Test func keepsTheNeighboursOfADamagedOne() {
        var damaged = leaf.der
        // The signed part's serial number, and so all parts after it, become another shape.
        let serial = damaged.firstRange(of: [0xa0, 0x03, 0x02, 0x01, 0x02])?.lowerBound ?? 0
        damaged[serial] = 0x31
        let mixtures = [
            [damaged, root.der], [root.der, damaged], [damaged, pem(root)], [pem(root), damaged],
        ]
        for parts in mixtures {
            let mixture = reader.read(parts.flatMap(\.self), path: "a")
            #expect(mixture.certificates.map(\.der) == [root.der])
            #expect(mixture.record.status == "malformed")
        }
    }

    @Test func tellsThatTheLastOfAMixtureIsCutOff() {
        let behindPEM = content(pem(leaf), Array(root.der.dropLast(9)))
        #expect(behindPEM.certificates.map(\.der) == [leaf.der])
        #expect(behindPEM.record.status == "truncated")
        let behindDER = content(leaf.der, Array(pem(root).dropLast(40)))
        #expect(behindDER.certificates.map(\.der) == [leaf.der])
        #expect(behindDER.record.status == "truncated")
    }

    @Test func tellsOfADamagedCertificateAtTheEnd() {
        var damaged = root.der
        damaged[3] = damaged[3] &- 40
        let mixture = content(leaf.der, damaged)
        #expect(mixture.certificates.map(\.der) == [leaf.der])
        #expect(mixture.record.status == "malformed")
    }

    @Test func takesTimeInProportionToTheFile() {
        let mixed = leaf.der + pem(root)
        let octets = [[UInt8]](repeating: mixed, count: 1_000).flatMap(\.self)
        let start = ContinuousClock.now
        #expect(reader.read(octets, path: "a").certificates.count == 2_000)
        #expect(ContinuousClock.now - start < .seconds(10))
    }
}
