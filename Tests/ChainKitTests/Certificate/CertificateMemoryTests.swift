import Forges
import OpenSSLBridge
import Testing

@testable import ChainKit
@testable import Octets

struct CertificateMemoryTests {
    /// A Name of one common name.
    private func name(_ text: String) -> [UInt8] {
        let value = [0x0c, UInt8(text.utf8.count)] + Array(text.utf8)
        let attribute = [0x30, UInt8(value.count + 5), 0x06, 0x03, 0x55, 0x04, 0x03] + value
        let relativeName = [0x31, UInt8(attribute.count)] + attribute
        return [0x30, UInt8(relativeName.count)] + relativeName
    }

    /// How many of the names are new to a memory that has met each of them once.
    private func forgotten(_ names: [[UInt8]]) -> Int {
        let memory = CertificateMemory()
        for name in names { _ = name.withUnsafeBufferPointer(memory.isNewIssuer) }
        return names.count { $0.withUnsafeBufferPointer(memory.isNewIssuer) }
    }

    @Test(arguments: 1...24)
    func tellsNamesApartThatDifferInTheirLastLetterOnly(length: Int) {
        let stem = String(repeating: "x", count: length)
        #expect(forgotten("0123456789".map { name(stem + String($0)) }) == 0)
    }

    @Test func knowsANameAgainAndReadsItAsItself() {
        let memory = CertificateMemory()
        let first = name("Contoso Issuing CA 1").withUnsafeBufferPointer(memory.name)
        let again = name("Contoso Issuing CA 1").withUnsafeBufferPointer(memory.name)
        #expect(first?.rfc4514 == "CN=Contoso Issuing CA 1")
        #expect(first == again)
    }

    @Test func knowsAnAlgorithmAgainAndRefusesWhatIsNone() throws {
        let memory = CertificateMemory()
        let sound = DERFraming.sequence(DERFraming.identifier(SubjectPublicKey.rsaEncryption), [0x05, 0x00])
        let unsound = DERFraming.sequence([0x05, 0x00])
        for _ in 1...2 {
            let read = try #require(sound.withUnsafeBufferPointer(memory.algorithm))
            #expect(read.algorithm == SubjectPublicKey.rsaEncryption)
            #expect(read.parameters == .null)
            #expect(unsound.withUnsafeBufferPointer(memory.algorithm) == nil)
        }
    }

    @Test func readsOneExtensionUnderTwoIdentifiersTwice() throws {
        let memory = CertificateMemory()
        func read(_ identifier: ObjectIdentifier, isCritical: Bool) throws -> ExtensionReading {
            let encoded = DERFraming.sequence(
                DERFraming.identifier(identifier),
                isCritical ? DERFraming.element(DERReader.Tag.boolean, [0xff]) : [],
                DERFraming.element(DERReader.Tag.octetString, [0x30, 0x00])
            )
            return try #require(encoded.withUnsafeBufferPointer(memory.reading))
        }
        let constraints = CertificateExtension.Identifier.basicConstraints
        #expect(try read(constraints, isCritical: true).item.isCritical)
        #expect(try !read(constraints, isCritical: false).item.isCritical)
        let purposes = try read(CertificateExtension.Identifier.extKeyUsage, isCritical: false)
        #expect(purposes.item.identifier == CertificateExtension.Identifier.extKeyUsage)
        // An empty SEQUENCE is basicConstraints of no authority, and no list of purposes.
        guard case .malformed = purposes.content else {
            Issue.record("an empty extKeyUsage was taken")
            return
        }
    }
}
