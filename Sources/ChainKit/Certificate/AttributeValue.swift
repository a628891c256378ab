import Octets
import OpenSSLBridge

/// An attribute's value as text, with what is odd about its encoding.
public struct AttributeValue: Sendable, Hashable {
    /// The text.
    ///
    /// Where the octets do not fit their string type, U+FFFD stands for what could not be read; for a value
    /// that is no string type, the octets in hexadecimal after a `#`.
    public let text: String
    /// Whether the octets fit their string type.
    public let isWellFormed: Bool

    /// Decodes a value by its ASN.1 universal tag number.
    ///
    /// T61String is read as Latin-1, as Windows and every CA that still used it did, not as T.61.
    init(tag: Int, octets: UnsafeBufferPointer<UInt8>) {
        switch tag {
        case 12, 18, 19, 20, 22, 26:
            if octets.allSatisfy({ $0 < 0x80 }) {
                self.init(text: String(decoding: octets, as: UTF8.self), isWellFormed: true)
            } else if tag == 20 {
                self.init(unicode: octets.lazy.map { UInt32($0) })
            } else {
                let text = String(decoding: octets, as: UTF8.self)
                self.init(
                    text: text,
                    isWellFormed: tag == 12 && String(validating: octets, as: UTF8.self) != nil
                )
            }
        case 30:
            let units = stride(from: 0, to: octets.count - 1, by: 2).map {
                UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1])
            }
            let isWellFormed = octets.count % 2 == 0 && String(validating: units, as: UTF16.self) != nil
            self.init(text: String(decoding: units, as: UTF16.self), isWellFormed: isWellFormed)
        case 28:
            let scalars = stride(from: 0, to: octets.count - 3, by: 4).map { start in
                octets[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            self.init(unicode: scalars, isComplete: octets.count % 4 == 0)
        default:
            self.init(text: "#" + Hexadecimal.string(octets), isWellFormed: false)
        }
    }

    private init(text: String, isWellFormed: Bool) {
        self.text = text
        self.isWellFormed = isWellFormed
    }

    private init(unicode values: some Sequence<UInt32>, isComplete: Bool = true) {
        var text = String.UnicodeScalarView()
        var isWellFormed = isComplete
        for value in values {
            if let scalar = Unicode.Scalar(value) {
                text.append(scalar)
            } else {
                text.append("\u{fffd}")
                isWellFormed = false
            }
        }
        self.init(text: String(text), isWellFormed: isWellFormed)
    }
}

/// A distinguished name that OpenSSL refuses, with the attributes that can be read out of it.
struct DamagedName {
    /// What OpenSSL may have refused the name for.
    struct Complaint {
        let reason: String
        /// Whether nothing is damaged: an attribute's value is of a type that is no character string.
        let isForeign: Bool
    }

    /// A name that decodes, every value a UTF8String.
    private(set) var standIn: [UInt8] = []
    /// The first that was found, damage before what is foreign.
    private(set) var complaint: Complaint?

    init(_ name: DERReader, of element: DERReader.Element) {
        var content: [UInt8] = []
        var reader = name.inside(element)
        while !reader.isAtEnd {
            guard let relativeName = try? reader.next(DERReader.Tag.set, "a relative name") else {
                note("a relative name is damaged")
                break
            }
            content += attributes(of: reader.inside(relativeName))
        }
        standIn = DERFraming.element(DERReader.Tag.sequence, content)
    }

    private mutating func attributes(of set: DERReader) -> [UInt8] {
        var content: [UInt8] = []
        var reader = set
        while !reader.isAtEnd {
            guard let attribute = try? reader.next(DERReader.Tag.sequence, "an attribute"),
                let standIn = self.attribute(reader.inside(attribute))
            else {
                note("an attribute is damaged")
                break
            }
            content += standIn
        }
        return content.isEmpty ? [] : DERFraming.element(DERReader.Tag.set, content)
    }

    /// Nil where not even the attribute's type can be read.
    private mutating func attribute(_ attribute: DERReader) -> [UInt8]? {
        var reader = attribute
        guard let type = try? reader.next(DERReader.Tag.objectIdentifier, "a type"), !type.content.isEmpty
        else { return nil }
        let value = text(of: reader)
        let whole = reader[type.whole] + reader[type.whole.upperBound..<reader.end]
        if let reason = Self.complaint(aboutAttribute: whole) {
            note(reason, isForeign: value.isForeign)
        }
        return DERFraming.element(
            DERReader.Tag.sequence,
            reader[type.whole] + DERFraming.element(DERReader.Tag.utf8String, Array(value.text.utf8))
        )
    }

    /// Every attribute is put to OpenSSL as a name of its own.
    private static func complaint(aboutAttribute content: ArraySlice<UInt8>) -> String? {
        let attribute = DERFraming.element(DERReader.Tag.sequence, content)
        let relativeName = DERFraming.element(DERReader.Tag.set, attribute)
        return CertificatePart.name.complaint(about: DERFraming.element(DERReader.Tag.sequence, relativeName))
    }

    /// What remains in an attribute after its type, as text as far as that can be had.
    private func text(of rest: DERReader) -> (text: String, isForeign: Bool) {
        guard let tag = rest.nextTag else { return ("", false) }
        // A tag of several octets is foreign, whatever follows.
        if tag & 0x1f == 0x1f { return ("", true) }
        var rest = rest
        guard let element = try? rest.next(), rest.isAtEnd else { return ("", false) }
        let value = Array(rest[element.content]).withUnsafeBufferPointer {
            AttributeValue(tag: Int(tag), octets: $0)
        }
        return (value.text, !Self.stringTags.contains(tag))
    }

    private mutating func note(_ reason: String, isForeign: Bool = false) {
        if let complaint, isForeign || !complaint.isForeign { return }
        complaint = Complaint(reason: reason, isForeign: isForeign)
    }

    /// The character string types of X.680, 41, whether names may have them or not.
    private static let stringTags: Set<UInt8> = [12, 18, 19, 20, 21, 22, 25, 26, 27, 28, 30]
}
