/// Makes text safe for CliXML as PowerShell does.
enum CliXMLEscapes {
    /// Control characters, halves of characters beyond the first plane and what looks like an escape become `_xHHHH_`;
    /// what XML itself reserves becomes an entity.
    static func escape(_ text: String) -> String {
        let units = Array(text.utf16)
        var output: [UInt16] = []
        for (index, unit) in units.enumerated() {
            let isEscapeLike = unit == 0x5f && index + 1 < units.count && units[index + 1] == 0x78
            if unit < 0x20 || (0x7f...0x9f).contains(unit) || (0xd800...0xdfff).contains(unit) || isEscapeLike
            {
                let digits = String(unit, radix: 16, uppercase: true)
                output += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf16
            } else if let entity = entities[unit] {
                output += entity.utf16
            } else {
                output.append(unit)
            }
        }
        return String(decoding: output, as: UTF16.self)
    }

    private static let entities: [UInt16: String] = [
        0x26: "&amp;", 0x3c: "&lt;", 0x3e: "&gt;", 0x22: "&quot;",
    ]
}
