import ExchangeExports
import TestSupport
import Testing

@Suite("A serialized store element")
struct StoreElementTests {
    private static let der: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x05]

    @Test("tells the certificate, its friendly name and where its key is")
    func tellsAllThree() {
        let element = StoreElement(
            octets: StoreElementWriter.element(der: Self.der, friendlyName: "Contoso – Börse 📧")
        )
        #expect(element.certificate == Self.der)
        #expect(element.friendlyName == "Contoso – Börse 📧")
        #expect(element.keyProvider?.name == "Microsoft RSA SChannel Cryptographic Provider")
        #expect(element.keyProvider?.type == 12)
        #expect(element.keyProvider?.keySpec == 1)
        #expect(element.problems.isEmpty)
    }

    @Test("tells a key storage provider of CNG from a provider of CryptoAPI")
    func tellsKeyStorageProviders() {
        let element = StoreElement(
            octets: StoreElementWriter.element(der: Self.der, provider: .keyStorage)
        )
        #expect(element.keyProvider?.type == 0)
        #expect(element.keyProvider?.keySpec == 0)
    }

    @Test("has neither name nor provider where there are none")
    func hasWhatThereIs() {
        let element = StoreElement(octets: StoreElementWriter.element(der: Self.der, provider: nil))
        #expect(element.friendlyName == nil)
        #expect(element.keyProvider == nil)
        #expect(element.certificate == Self.der)
        #expect(element.problems.isEmpty)
        #expect(StoreElement(octets: []).problems.isEmpty)
    }

    @Test("says where it is cut off, and keeps what stands before")
    func saysWhereItIsCutOff() {
        let whole = StoreElementWriter.element(der: Self.der, friendlyName: "A")
        for length in whole.indices {
            let element = StoreElement(octets: Array(whole[..<length]))
            #expect(element.certificate == nil)
            if length >= 16 { #expect(element.friendlyName == "A") }
        }
        #expect(StoreElement(octets: Array(whole.dropLast())).problems.count == 1)
    }

    @Test("gives no provider for offsets that lie", arguments: [0, 4])
    func givesNoProviderForLies(_ field: Int) throws {
        for offset: UInt32 in [1_000, .max, 27 << 24] {
            var value = [UInt8](repeating: 0, count: 28)
            for index in 0..<4 { value[field + index] = UInt8(truncatingIfNeeded: offset >> (8 * index)) }
            let element = StoreElement(octets: StoreElementWriter.property(2, value))
            #expect(element.keyProvider == nil)
            #expect(element.problems == ["a key provider whose offsets lie outside of it"])
        }
    }

    @Test("gives no friendly name without an end")
    func givesNoNameWithoutAnEnd() {
        let element = StoreElement(octets: StoreElementWriter.property(11, [0x41, 0, 0x42]))
        #expect(element.friendlyName == nil)
        #expect(element.problems == ["a friendly name without an end"])
    }

    @Test("passes over a length larger than memory")
    func passesOverALyingLength() {
        let octets: [UInt8] = [32, 0, 0, 0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3]
        #expect(StoreElement(octets: octets).certificate == nil)
        #expect(StoreElement(octets: octets).problems.count == 1)
    }
}
