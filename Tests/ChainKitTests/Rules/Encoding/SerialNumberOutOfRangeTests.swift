import Forges
import TestSupport
import Testing

@testable import ChainKit

struct SerialNumberOutOfRangeTests {
    private let rule = SerialNumberOutOfRange()
    private let root = Forge.authority("Alpha Root")

    private func leaf(_ serial: [UInt8]) -> ForgedCertificate {
        root.issue("mail.contoso.com") { $0.serial = serial }
    }

    @Test(arguments: [[1], [0x7f] + [UInt8](repeating: 0xff, count: 19)] as [[UInt8]])
    func passesPositiveNumbersOfTwentyOctets(_ serial: [UInt8]) throws {
        #expect(try rule.violations(in: leaf(serial)).isEmpty)
    }

    @Test(
        arguments: [
            ([0], "the serial number is 0"), ([0xff], "the serial number is negative"),
            ([UInt8](repeating: 1, count: 21), "the serial number has 21 octets; 20 are the most"),
        ] as [([UInt8], String)]
    )
    func flagsOthers(_ serial: [UInt8], _ message: String) throws {
        #expect(try rule.violations(in: leaf(serial)) == [message])
        #expect(try rule.violations(in: leaf(serial), as: .anchor).isEmpty)
    }
}
