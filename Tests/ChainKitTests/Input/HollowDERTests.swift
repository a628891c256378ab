import TestSupport
import Testing

@testable import ChainKit

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
