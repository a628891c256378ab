import Octets
import OpenSSLBridge

/// The entries of a revocation list, found by issuer and serial number without a walk.
///
/// Keeps 8 octets an entry beside the list's own DER: as values, the 2.5 million entries of a list of 57 MB took 700 MB.
/// Entries are read here where they are strict DER throughout; OpenSSL encodes all others anew first.
struct RevocationEntries: Sendable {
    /// Why a list has an entry that must not be passed over, or that lacks what it should have.
    struct Remarks {
        private(set) var defects: [RevocationListDefect] = []
        private(set) var unknownCriticalExtensions: [ObjectIdentifier] = []

        /// Different ones that are kept; the first decides.
        private static let most = 20

        mutating func note(_ defect: RevocationListDefect) {
            if defects.count < Self.most, !defects.contains(defect) { defects.append(defect) }
        }

        mutating func noteUnknown(_ identifier: ObjectIdentifier) {
            guard unknownCriticalExtensions.count < Self.most else { return }
            if !unknownCriticalExtensions.contains(identifier) {
                unknownCriticalExtensions.append(identifier)
            }
        }
    }

    /// From here on entries are about certificates of another issuer (RFC 5280, 5.3.3).
    private struct IssuerChange {
        let offset: Int
        let issuer: NameComparisonKey
    }

    private let octets: [UInt8]
    /// Hash of the serial number above, offset of the entry below, 32 bits each; in ascending order.
    private let places: [UInt64]
    private let issuerChanges: [IssuerChange]
    let remarks: Remarks

    /// How many entries there are.
    var count: Int { places.count }

    /// Reads the entries that stand in a range of `octets`; nil where one is not strict DER.
    ///
    /// The first entries are about certificates of `issuer`.
    init?(_ octets: [UInt8], in range: Range<Int>, issuer: DistinguishedName) {
        guard range.upperBound <= UInt32.max else { return nil }
        var places: [UInt64] = []
        // The shortest entry in use has 21 octets with a serial number of 4.
        places.reserveCapacity(range.count / 21)
        var changes = [IssuerChange(offset: 0, issuer: NameComparisonKey(issuer))]
        var remarks = Remarks()
        let isStrict = octets.withUnsafeBufferPointer { buffer in
            var list = LentDERReader(buffer).inside(
                DERReader.Element(tag: DERReader.Tag.sequence, content: range, whole: range)
            )
            while !list.isAtEnd {
                let offset = list.position
                guard var entry = list.enter(DERReader.Tag.sequence),
                    let parts = EntryParts(&entry)
                else { return false }
                if var extensions = parts.extensions {
                    guard !extensions.isAtEnd else { return false }
                    while !extensions.isAtEnd {
                        guard let element = extensions.next() else { return false }
                        let isExtension = Self.withExtension(buffer[element]) {
                            (identifier, isCritical, value) in
                            guard let name = Self.take(identifier, isCritical, value, &remarks) else {
                                return
                            }
                            let issuer = NameComparisonKey(name)
                            guard issuer != changes.last?.issuer else { return }
                            changes.append(IssuerChange(offset: offset, issuer: issuer))
                        }
                        guard isExtension else { return false }
                    }
                }
                places.append(UInt64(Self.hash(buffer, parts.serial)) << 32 | UInt64(offset))
            }
            return true
        }
        guard isStrict else { return nil }
        places.sort()
        self.octets = octets
        self.places = places
        issuerChanges = changes
        self.remarks = remarks
    }

    /// What the list says of a certificate; the last entry counts where there are several.
    func entry(for certificate: Certificate) -> RevocationList.Entry? {
        guard !places.isEmpty else { return nil }
        let issuer = NameComparisonKey(certificate.issuer)
        let serial = certificate.serialNumber
        return octets.withUnsafeBufferPointer { buffer in
            let hash = UInt64(Self.hash(serial))
            var place = firstPlace(from: (hash + 1) << 32) - 1
            while place >= 0, places[place] >> 32 == hash {
                let offset = Int(places[place] & 0xffff_ffff)
                place -= 1
                var list = LentDERReader(buffer).inside(
                    DERReader.Element(
                        tag: DERReader.Tag.sequence,
                        content: offset..<buffer.count,
                        whole: offset..<buffer.count
                    )
                )
                guard var entry = list.enter(DERReader.Tag.sequence), let parts = EntryParts(&entry),
                    SerialNumber(derContent: buffer[parts.serial]) == serial,
                    self.issuer(at: offset) == issuer
                else { continue }
                return RevocationList.Entry(date: parts.date(in: buffer), reason: parts.reason(in: buffer))
            }
            return nil
        }
    }

    /// The first place that is not below a key.
    private func firstPlace(from key: UInt64) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func issuer(at offset: Int) -> NameComparisonKey? {
        var (low, high) = (0, issuerChanges.count)
        while low < high {
            let middle = (low + high) / 2
            if issuerChanges[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? issuerChanges[low - 1].issuer : nil
    }

    private typealias Identifier = CertificateExtension.Identifier

    /// Lends the parts of one encoded extension, which OpenSSL reads where it is not plain; false where it is none.
    private static func withExtension(
        _ encoded: UnsafeBufferPointer<UInt8>,
        _ body: (ObjectIdentifier, _ isCritical: Bool, UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        if let plain = PlainExtension.read(encoded) {
            body(plain.identifier, plain.isCritical, plain.value)
            return true
        }
        return ExtensionDecoding.item(encoded) {
            body(ObjectIdentifier(derContent: $0.identifier), $0.isCritical, $0.value)
        }
    }

    /// Notes what an extension of an entry makes of the list, and gives the issuer that it names.
    private static func take(
        _ identifier: ObjectIdentifier,
        _ isCritical: Bool,
        _ value: UnsafeBufferPointer<UInt8>,
        _ remarks: inout Remarks
    ) -> DistinguishedName? {
        switch identifier {
        case Identifier.reasonCode:
            if reason(value) == nil { remarks.note(.extensionValue(identifier)) }
        case Identifier.certificateIssuer:
            for name in ExtensionDecoding.generalNames(value) ?? [] {
                if case .directory(let name) = GeneralName(name) { return name }
            }
            // Whom this entry and those after it are about is anybody's guess.
            remarks.noteUnknown(identifier)
        case Identifier.invalidityDate: break
        default: if isCritical { remarks.noteUnknown(identifier) }
        }
        return nil
    }

    private static func reason(_ value: UnsafeBufferPointer<UInt8>) -> RevocationReason? {
        ExtensionDecoding.enumerated(value).flatMap(RevocationReason.init)
    }

    /// Random for each process, so that nobody can prepare serial numbers that meet.
    private static func hash(_ octets: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> UInt32 {
        // What nearly every serial number is: positive, its magnitude the content without the octet for the sign.
        guard content.count > 0, octets[content.lowerBound] < 0x80 else {
            return hash(SerialNumber(derContent: octets[content]))
        }
        let hasSignOctet = content.count > 1 && octets[content.lowerBound] == 0
        return hash(UnsafeRawBufferPointer(octets[hasSignOctet ? content.dropFirst() : content]), false)
    }

    private static func hash(_ serial: SerialNumber) -> UInt32 {
        serial.magnitude.withUnsafeBytes { hash($0, serial.isNegative) }
    }

    private static func hash(_ magnitude: UnsafeRawBufferPointer, _ isNegative: Bool) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: magnitude)
        hasher.combine(isNegative)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// Where the parts of one entry stand.
    private struct EntryParts {
        let serial: Range<Int>
        let time: DERReader.Element
        let extensions: LentDERReader?

        /// Nil where the entry is not strict DER.
        init?(_ entry: inout LentDERReader) {
            guard let serial = entry.next(DERReader.Tag.integer)?.content, !serial.isEmpty,
                Self.isShortest(entry.octets, serial), let time = entry.next(),
                time.tag == DERReader.Tag.utcTime || time.tag == DERReader.Tag.generalizedTime
            else { return nil }
            self.serial = serial
            self.time = time
            if entry.isAtEnd {
                extensions = nil
            } else {
                guard let list = entry.enter(DERReader.Tag.sequence), entry.isAtEnd else { return nil }
                extensions = list
            }
        }

        /// X.690, 8.3.2: the first nine bits are not all the same.
        private static func isShortest(_ octets: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
            guard content.count > 1 else { return true }
            let (first, second) = (octets[content.lowerBound], octets[content.lowerBound + 1])
            return !(first == 0 && second < 0x80 || first == 0xff && second >= 0x80)
        }

        func date(in octets: UnsafeBufferPointer<UInt8>) -> Instant? {
            ValidityTime(isUTCTime: time.tag == DERReader.Tag.utcTime, text: octets[time.content]).instant
        }

        /// The last one where there are several.
        func reason(in octets: UnsafeBufferPointer<UInt8>) -> RevocationReason? {
            var reason: RevocationReason?
            guard var list = extensions else { return nil }
            while let element = list.next() {
                _ = RevocationEntries.withExtension(octets[element]) { identifier, _, value in
                    if identifier == Identifier.reasonCode { reason = RevocationEntries.reason(value) }
                }
            }
            return reason
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate subscript(element: DERReader.Element) -> UnsafeBufferPointer<UInt8> { self[element.whole] }

    fileprivate subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let part: Slice<UnsafeBufferPointer<UInt8>> = self[range]
        return UnsafeBufferPointer(rebasing: part)
    }
}

extension SerialNumber {
    /// Reads the content octets of a strict INTEGER.
    init(derContent octets: UnsafeBufferPointer<UInt8>) {
        guard let first = octets.first, first >= 0x80 else {
            let hasSignOctet = octets.count > 1 && octets[0] == 0
            self.init(magnitude: Array(hasSignOctet ? octets.dropFirst() : octets[...]), isNegative: false)
            return
        }
        // Two's complement.
        var magnitude = octets.map { ~$0 }
        var place = magnitude.count - 1
        while place >= 0 {
            magnitude[place] &+= 1
            if magnitude[place] != 0 { break }
            place -= 1
        }
        self.init(magnitude: Array(magnitude.drop { $0 == 0 }), isNegative: true)
    }
}
