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
