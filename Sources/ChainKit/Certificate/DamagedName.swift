import OpenSSLBridge

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
        standIn = DERHeader.element(DERReader.Tag.sequence, content)
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
        return content.isEmpty ? [] : DERHeader.element(DERReader.Tag.set, content)
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
        return DERHeader.element(
            DERReader.Tag.sequence,
            reader[type.whole] + DERHeader.element(DERReader.Tag.utf8String, Array(value.text.utf8))
        )
    }

    /// Every attribute is put to OpenSSL as a name of its own.
    private static func complaint(aboutAttribute content: ArraySlice<UInt8>) -> String? {
        let attribute = DERHeader.element(DERReader.Tag.sequence, content)
        let relativeName = DERHeader.element(DERReader.Tag.set, attribute)
        return CertificatePart.name.complaint(about: DERHeader.element(DERReader.Tag.sequence, relativeName))
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
