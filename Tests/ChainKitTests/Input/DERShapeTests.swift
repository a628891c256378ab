import Forges
import TestSupport
import Testing

@testable import ChainKit

struct DamagedDERTests {
    private let leaf = Forge.authority("Alpha Root").issue("mail.contoso.com")

    @Test(arguments: [0, 1, 3]) func callsACertificateWithADamagedFrameMalformed(_ position: Int) {
        var octets = leaf.der
        octets[position] = octets[position] &+ 1
        let record = InputReader().read(octets, path: "x.cer").record
        #expect(record.certificates == 0)
        #expect(record.hasErrors, "\(record)")
    }

    @Test func callsACertificateThatWentThroughATextTransferMalformed() {
        let octets = leaf.der.flatMap { $0 >= 0x80 ? [0xc2 | $0 >> 6, $0 & 0xbf] : [$0] }
        #expect(InputReader().read(octets, path: "x.cer").record.status == "malformed")
    }

    @Test func leavesJunkAlone() {
        let junk = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }
        #expect(InputReader().read([0x00] + junk, path: "x.bin").record.status == "not-a-certificate")
    }
}

struct HollowDERTests {
    private func status(_ octets: [UInt8]) -> String {
        InputReader().read(octets, path: "x.der").record.status
    }

    @Test func callsSequencesAroundNothingMalformed() {
        #expect(status([0x30, 0x00]) == "malformed")
        #expect(status(DERWriter.sequence(DERWriter.sequence([0x30, 0x00]))) == "malformed")
        let deep = (0..<600).reduce([0x02, 0x01, 0x01] as [UInt8]) { inner, _ in DERWriter.sequence(inner) }
        #expect(status(deep) == "malformed")
    }

    @Test func leavesOtherFormatsAlone() {
        #expect(status(DERWriter.sequence(DERWriter.integer(7))) == "not-a-certificate")
        let wrapped = DERWriter.sequence(DERWriter.sequence(DERWriter.integer(7), DERWriter.integer(8)))
        #expect(status(wrapped) == "not-a-certificate")
    }
}
