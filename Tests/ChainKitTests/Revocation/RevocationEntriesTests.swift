import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Entries of revocation lists")
struct RevocationEntriesTests {
    let forge = RevocationForge()

    /// A certificate of the issuing authority with a serial number of these content octets.
    private func certificate(serial: [UInt8]) throws -> Certificate {
        try forge.issuing.issue("mail.contoso.com") { $0.serial = serial }.certificate
    }

    private func list(_ adjust: (inout RevocationListTemplate) -> Void) throws -> RevocationList {
        try RevocationList(der: forge.issuing.revocationList(adjust))
    }

    private func entry(_ serial: [UInt8], reason: Int? = nil, _ extensions: [ForgedExtension] = [])
        -> RevocationListTemplate.Entry
    {
        var entry = RevocationListTemplate.Entry(forge.leaf, reason: reason)
        entry.serial = serial
        entry.extensions = extensions
        return entry
    }

    @Test(
        arguments: [
            [0], [1], [0x7f], [0, 0x80], [0x80], [0xff, 0x7f], [0, 0xff, 0xff], [0x12, 0x34, 0x56],
        ] as [[UInt8]]
    )
    func findsAnEntryByASerialNumberOfAnySignAndLength(serial: [UInt8]) throws {
        let others: [[UInt8]] = [[2], [0x81], [0x12, 0x34], [0x56]]
        let list = try list { $0.entries = (others + [serial]).map { entry($0, reason: 1) } }
        #expect(list.entry(for: try certificate(serial: serial))?.reason == .keyCompromise)
        #expect(list.entry(for: try certificate(serial: [0x33])) == nil)
    }

    @Test func takesTheLastOfSeveralEntries() throws {
        let list = try list { $0.entries = [entry([7], reason: 1), entry([7], reason: 4)] }
        #expect(list.entryCount == 2)
        #expect(list.entry(for: try certificate(serial: [7]))?.reason == .superseded)
    }

    @Test func goesFromIssuerToIssuerAsTheEntriesSay() throws {
        let other = Forge.authority("Other CA")
        func issuer(_ certificate: ForgedCertificate) -> ForgedExtension {
            let name = DERWriter.sequence(DERWriter.element(0xa4, certificate.name))
            return ForgedExtension("certificateIssuer", isCritical: true, value: name)
        }
        let list = try list {
            $0.entries = [
                entry([1]), entry([2], [issuer(other)]), entry([3]), entry([4], [issuer(forge.issuing)]),
            ]
        }
        for (serial, isOwn) in [(1, true), (2, false), (3, false), (4, true)] as [(UInt8, Bool)] {
            let foreign = try other.issue("mail.contoso.com") { $0.serial = [serial] }.certificate
            #expect((list.entry(for: try certificate(serial: [serial])) != nil) == isOwn)
            #expect((list.entry(for: foreign) != nil) == !isOwn)
        }
    }

    /// OpenSSL takes any octet but 0 for TRUE; no strict reader does.
    @Test func readsExtensionsThatAreNotStrictThroughOpenSSL() throws {
        let unknown = ForgedExtension("1.3.6.1.4.1.99999.1", isCritical: true, value: [5, 0])
        var der = forge.issuing.revocationList {
            $0.entries = [entry([7], reason: 4, [unknown]), entry([9])]
        }
        let strict = try #require(der.indices.first { der[$0...].starts(with: [0x01, 0x01, 0xff]) })
        der[strict + 2] = 0x01
        let list = try RevocationList(der: der)
        #expect(list.entryCount == 2)
        #expect(list.entry(for: try certificate(serial: [7]))?.reason == .superseded)
        #expect(list.unknownCriticalExtensions == [ObjectIdentifier("1.3.6.1.4.1.99999.1")])
    }

    /// OpenSSL takes a length of two octets where one would do.
    @Test func readsEntriesThatAreNotStrictThroughOpenSSL() throws {
        func time(_ text: String) -> [UInt8] { DERWriter.element(0x17, Array(text.utf8)) }
        let algorithm = DERWriter.sequence(DERWriter.identifier("1.2.840.10045.4.3.2"))
        let content = DERWriter.element(0x02, [7]) + time("260101000000Z")
        let loose: [UInt8] = [0x30, 0x81, UInt8(content.count)] + content
        let signed = DERWriter.sequence(
            DERWriter.integer(1),
            algorithm,
            forge.issuing.name,
            time("260501000000Z"),
            time("260701000000Z"),
            DERWriter.sequence(loose, DERWriter.sequence(DERWriter.element(0x02, [9]), time("260101000000Z")))
        )
        let list = try RevocationList(
            der: DERWriter.sequence(signed, algorithm, DERWriter.element(0x03, [0, 1]))
        )
        #expect(list.entryCount == 2)
        #expect(list.entry(for: try certificate(serial: [7]))?.date == .test("2026-01-01T00:00:00Z"))
        #expect(list.entry(for: try certificate(serial: [9])) != nil)
    }

    @Test func refusesEntriesThatAreNone() throws {
        var der = forge.issuing.revocationList { $0.entries = [entry([7])] }
        let place = try #require(der.indices.first { der[$0...].starts(with: [0x02, 0x01, 0x07]) })
        der[place] = 0x04
        #expect(throws: RevocationListError.self) { try RevocationList(der: der) }
    }

    @Test func keepsAFewOfManyRemarks() throws {
        let list = try list {
            $0.entries = (0..<200).map { number in
                let unknown = ForgedExtension("1.3.6.1.4.1.99999.\(number)", isCritical: true, value: [5, 0])
                return entry([1, UInt8(number)], [unknown])
            }
        }
        #expect(list.unknownCriticalExtensions.count == 20)
        #expect(list.unknownCriticalExtensions.first == ObjectIdentifier("1.3.6.1.4.1.99999.0"))
    }
}
