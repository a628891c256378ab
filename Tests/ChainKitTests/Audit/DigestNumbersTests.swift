import Testing

@testable import ChainKit

struct DigestNumbersTests {
    private func digest(_ number: Int32) -> SHA256Digest {
        SHA256Digest(of: withUnsafeBytes(of: number) { Array($0) })
    }

    @Test func givesEachDigestTheNumberOfItsFirstTime() {
        var numbers = DigestNumbers()
        for round in 0..<2 {
            for number in 0..<Int32(10_000) {
                #expect(numbers.insert(digest(number)) == UInt32(number))
            }
            #expect(numbers.count == 10_000, "round \(round)")
        }
        for number in stride(from: Int32(0), to: 10_000, by: 7) {
            #expect(numbers.number(of: digest(number)) == UInt32(number))
            #expect(numbers[UInt32(number)] == digest(number))
        }
        #expect(numbers.number(of: digest(10_000)) == nil)
    }
}
