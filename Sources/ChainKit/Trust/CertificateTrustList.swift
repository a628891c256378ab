package import Octets

/// Microsoft's certificate trust list as it is encoded: PKCS #7 SignedData around a CTL (MS-CAESO, wincrypt.h).
///
/// OpenSSL has no template for a CTL, so it is read here, strictly: whatever the format does not provide for is an
/// error with its offset. A list that is half understood would trust roots that Microsoft restricts.
package struct CertificateTrustList {
    /// The octets of the INTEGER: 0x14 and a big endian FILETIME, so that a numeric compare is a compare of age.
    let sequenceNumber: [UInt8]
    let thisUpdate: Instant
    /// Absent from every list seen: the list itself never expires.
    let nextUpdate: Instant?
    package let entries: [RootListEntry]
    /// The list's own extensions; not interpreted.
    let extensions: [ObjectIdentifier]
    /// Where the signed octets stand: the content of the CTL's SEQUENCE without tag and length (PKCS #7 1.5, 9.3).
    package let signedContent: Range<Int>

    private enum Identifier {
        static let signedData = ObjectIdentifier("1.2.840.113549.1.7.2")
        static let certificateTrustList = ObjectIdentifier("1.3.6.1.4.1.311.10.1")
        static let rootListSigner = ObjectIdentifier("1.3.6.1.4.1.311.10.3.9")
        static let sha1 = ObjectIdentifier("1.3.14.3.2.26")
    }

    private typealias Tag = DERReader.Tag

    package init(_ octets: [UInt8]) throws(DERReader.Failure) {
        let list = try Self.list(in: octets)
        signedContent = list.content
        var reader = DERReader(octets, in: list.content)

        var usage = reader.inside(try reader.next(Tag.sequence, "the list's usage"))
        try Self.expect(Identifier.rootListSigner, "the usage of a root list", in: &usage)
        try usage.finish("the list's usage")
        sequenceNumber = Array(octets[try reader.next(Tag.integer, "the sequence number").content])
        guard let thisUpdate = try Self.time(in: &reader) else {
            throw DERReader.Failure(offset: reader.position, reason: "expected the time of the list")
        }
        self.thisUpdate = thisUpdate
        nextUpdate = try Self.time(in: &reader)
        var algorithm = reader.inside(try reader.next(Tag.sequence, "the subject algorithm"))
        try Self.expect(Identifier.sha1, "SHA-1 as the subject algorithm", in: &algorithm)
        if !algorithm.isAtEnd { _ = try algorithm.next(Tag.null, "NULL") }
        try algorithm.finish("the subject algorithm")
        entries = try Self.entries(in: reader.inside(try reader.next(Tag.sequence, "the entries")))
        extensions = try Self.extensions(in: &reader)
        try reader.finish("the list")
    }

    /// Opens ContentInfo and SignedData down to the CTL, and checks that certificates and signers follow it.
    private static func list(in octets: [UInt8]) throws(DERReader.Failure) -> DERReader.Element {
        var file = DERReader(octets)
        if file.nextTag == Tag.sequence, DERReader.element(in: octets, at: 0, end: octets.count) == nil {
            throw DERReader.Failure(offset: octets.count, reason: "the data ends inside the PKCS #7 message")
        }
        var outer = file.inside(try file.next(Tag.sequence, "a PKCS #7 message"))
        try file.finish("the PKCS #7 message")
        try expect(Identifier.signedData, "signed data", in: &outer)
        var wrapper = outer.inside(try outer.next(Tag.context(0), "the signed data"))
        try outer.finish("the signed data")
        var signed = wrapper.inside(try wrapper.next(Tag.sequence, "the signed data"))
        try wrapper.finish("the signed data")
        _ = try signed.next(Tag.integer, "the version of the signed data")
        _ = try signed.next(Tag.set, "the digest algorithms")
        var content = signed.inside(try signed.next(Tag.sequence, "the content"))
        try expect(Identifier.certificateTrustList, "a certificate trust list", in: &content)
        var explicit = content.inside(try content.next(Tag.context(0), "the list"))
        try content.finish("the list")
        let list = try explicit.next(Tag.sequence, "the list")
        try explicit.finish("the list")
        _ = try signed.next(Tag.context(0), "the signer's certificates")
        if signed.nextTag == Tag.context(1) { _ = try signed.next() }
        _ = try signed.next(Tag.set, "the signers")
        try signed.finish("the signers")
        return list
    }

    private static func entries(in reader: DERReader) throws(DERReader.Failure) -> [RootListEntry] {
        var reader = reader
        var entries: [RootListEntry] = []
        var seen: Set<Thumbprint> = []
        while !reader.isAtEnd {
            let element = try reader.next(Tag.sequence, "an entry")
            let entry = try RootListEntry(element, in: reader)
            guard seen.insert(entry.thumbprint).inserted else {
                throw DERReader.Failure(
                    offset: element.whole.lowerBound,
                    reason: "a second entry for \(entry.thumbprint.hexadecimal)"
                )
            }
            entries.append(entry)
        }
        return entries
    }

    private static func extensions(in reader: inout DERReader) throws(DERReader.Failure) -> [ObjectIdentifier]
    {
        guard reader.nextTag == Tag.context(0) else { return [] }
        var wrapper = reader.inside(try reader.next())
        var list = wrapper.inside(try wrapper.next(Tag.sequence, "the list's extensions"))
        try wrapper.finish("the list's extensions")
        var identifiers: [ObjectIdentifier] = []
        while !list.isAtEnd {
            let start = list.position
            var item = list.inside(try list.next(Tag.sequence, "an extension of the list"))
            let identifier = item.octets[
                try item.next(Tag.objectIdentifier, "an extension's identifier").content
            ]
            if item.nextTag == Tag.boolean {
                let critical = try item.next()
                guard item[critical.content].allSatisfy({ $0 == 0 }) else {
                    throw DERReader.Failure(
                        offset: start,
                        reason: "unknown critical extension \(ObjectIdentifier(derContent: identifier))"
                    )
                }
            }
            _ = try item.next(Tag.octetString, "an extension's value")
            try item.finish("an extension's value")
            identifiers.append(ObjectIdentifier(derContent: identifier))
        }
        return identifiers
    }

    private static func time(in reader: inout DERReader) throws(DERReader.Failure) -> Instant? {
        guard reader.nextTag == Tag.utcTime || reader.nextTag == Tag.generalizedTime else { return nil }
        let element = try reader.next()
        let time = Array(reader[element.content]).withUnsafeBufferPointer {
            ValidityTime(isUTCTime: element.tag == Tag.utcTime, text: $0)
        }
        switch time {
        case .instant(let instant): return instant
        case .malformed(let reason):
            throw DERReader.Failure(offset: element.whole.lowerBound, reason: reason)
        }
    }

    private static func expect(
        _ identifier: ObjectIdentifier,
        _ what: String,
        in reader: inout DERReader
    ) throws(DERReader.Failure) {
        let element = try reader.next(Tag.objectIdentifier, what)
        let found = ObjectIdentifier(derContent: reader[element.content])
        guard found == identifier else {
            throw DERReader.Failure(
                offset: element.whole.lowerBound,
                reason: "expected \(what), found \(found)"
            )
        }
    }
}

/// Why a root list cannot be used.
public enum RootListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The octets are not a certificate trust list as Microsoft writes it; the offset is where they cease to be.
    case malformed(reason: String, offset: Int)
    /// The list is well formed, but Microsoft did not sign it.
    case signature(reason: String)

    /// The error in words, lower case, no full stop.
    public var description: String {
        switch self {
        case .malformed(let reason, let offset): "not a root list: \(reason) at offset \(offset)"
        case .signature(let reason): "the signature does not verify: \(reason)"
        }
    }
}

/// Windows' FILETIME: 8 octets, little endian, in units of 100 ns since 1601-01-01T00:00:00Z.
enum FileTime {
    private static let unitsPerSecond: UInt64 = 10_000_000
    /// Seconds from 1601-01-01 to 1970-01-01.
    private static let epochOffset: Int64 = 11_644_473_600

    /// Reads little endian octets, nil for any number of them but 8.
    static func instant(littleEndian octets: some BidirectionalCollection<UInt8>) -> Instant? {
        octets.count == 8 ? instant(units: octets.reversed().reduce(0) { $0 << 8 | UInt64($1) }) : nil
    }

    /// Reads big endian octets, nil for any number of them but 8.
    static func instant(bigEndian octets: some Collection<UInt8>) -> Instant? {
        octets.count == 8 ? instant(units: octets.reduce(0) { $0 << 8 | UInt64($1) }) : nil
    }

    private static func instant(units: UInt64) -> Instant {
        Instant(
            seconds: Int64(units / unitsPerSecond) - epochOffset,
            nanoseconds: UInt32(units % unitsPerSecond) * 100
        )
    }
}
