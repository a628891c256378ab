/// The start tag of an element, lent by the parser for the length of a call.
struct XMLTag {
    private let start: UnsafePointer<CChar>?
    private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// Takes what Expat hands over: a name, and attributes' names and values in turn with a null at the end.
    init(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        start = name
        self.attributes = attributes
    }

    /// The element's name.
    var name: XMLName { XMLName(start) }

    /// The element's name as text, for messages.
    var title: String { start.map { String(String(cString: $0).prefix(40)) } ?? "" }

    /// The value of an attribute, nil where it is not there.
    func attribute(_ name: XMLName) -> UnsafeRawBufferPointer? {
        guard var next = attributes else { return nil }
        while let key = next[0], let value = next[1] {
            if XMLName(key) == name { return UnsafeRawBufferPointer(start: value, count: length(value)) }
            next += 2
        }
        return nil
    }

    /// `RefId`, a number.
    var identifier: Int? {
        // The longest number has twenty digits; longer text would only cost.
        attribute(.reference).flatMap { $0.count <= 20 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    }

    private func length(_ text: UnsafePointer<CChar>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}

/// A name of at most eight octets, packed into a word so that names compare at once; every name of CliXML fits.
struct XMLName: Hashable {
    /// The attribute that says what a value is called in its object.
    static let name = XMLName("N")
    /// The attribute by which an object is referred to, and refers.
    static let reference = XMLName("RefId")

    private let word: UInt64

    /// Packs a name; a longer one becomes none that CliXML knows.
    init(_ text: UnsafePointer<CChar>?) {
        guard var next = text else {
            word = 0
            return
        }
        var word: UInt64 = 0
        while next.pointee != 0 {
            guard word >> 56 == 0 else {
                self.word = 0
                return
            }
            word = word << 8 | UInt64(UInt8(bitPattern: next.pointee))
            next += 1
        }
        self.word = word
    }

    /// Packs a name of the format's.
    init(_ text: String) { self = text.withCString { XMLName($0) } }
}

/// How a document's octets are read, whatever it declares.
///
/// PowerShell writes UTF-8 or UTF-16 with a byte order mark; editors and mail take the mark away or write the text in
/// another encoding than the declaration still says. The octets do not lie, so they are asked first.
struct XMLEncoding: Equatable {
    /// The name for the parser, nil where the document's own word is good.
    let name: String?
    /// Octets of the byte order mark.
    let markLength: Int

    /// Tells the encoding from a document's first octets.
    init(of octets: [UInt8]) {
        let marks: [(mark: [UInt8], name: String, length: Int)] = [
            ([0xef, 0xbb, 0xbf], "UTF-8", 3), ([0xff, 0xfe], "UTF-16LE", 2), ([0xfe, 0xff], "UTF-16BE", 2),
            ([0x3c, 0x00], "UTF-16LE", 0), ([0x00, 0x3c], "UTF-16BE", 0),
        ]
        if let found = marks.first(where: { octets.starts(with: $0.mark) }) {
            name = found.name
            markLength = found.length
            return
        }
        name = Self.declaresWideText(octets) ? "UTF-8" : nil
        markLength = 0
    }

    /// Whether the XML declaration speaks of UTF-16, which octets that reached here are not.
    private static func declaresWideText(_ octets: [UInt8]) -> Bool {
        guard octets.starts(with: Array("<?xml".utf8)) else { return false }
        let declaration = octets.prefix(200).prefix { $0 != UInt8(ascii: ">") }
        let text = String(decoding: declaration, as: UTF8.self).lowercased()
        return ["utf-16", "unicode", "ucs-2"].contains { text.contains($0) }
    }
}
