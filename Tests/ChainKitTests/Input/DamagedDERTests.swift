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
