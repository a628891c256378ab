import Forges
import Testing

@testable import ChainKit
@testable import Octets

@Suite("Digests and hexadecimal text")
struct DigestTests {
    @Test func digestsAsTheStandardSays() {
        let octets = Array("abc".utf8)
        #expect(
            SHA256Digest(of: octets).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(Thumbprint(of: octets[...]).hexadecimal == "A9993E364706816ABA3E25717850C26C9CD0D89D")
    }

    @Test func ordersDigestsAsTheirTextWouldBe() {
        let digests = (0..<64).map { SHA256Digest(of: [UInt8($0)]) }
        #expect(digests.sorted().map(\.hexadecimal) == digests.map(\.hexadecimal).sorted())
    }

    @Test func readsThumbprintsAsPeopleWriteThem() {
        let plain = Thumbprint(hexadecimal: "A9993E364706816ABA3E25717850C26C9CD0D89D")
        #expect(
            plain == Thumbprint(hexadecimal: "a9:99:3e:36:47:06:81:6a:ba:3e:25:71:78:50:c2:6c:9c:d0:d8:9d")
        )
        #expect(plain != nil)
        #expect(Thumbprint(hexadecimal: "A9993E") == nil)
        #expect(Hexadecimal.octets("abc") == nil)
        #expect(Hexadecimal.octets("zz") == nil)
    }
}
