/// Text that PowerShell put in place of a value: the name of its type, or an object as a literal.
enum LostValue {
    /// Whether a text is such a one.
    static func isOne(_ text: String) -> Bool {
        let octets = text.utf8
        if octets.starts(with: "@{".utf8) { return octets.last == UInt8(ascii: "}") }
        guard let prefix = prefixes.first(where: { octets.starts(with: $0.utf8) }) else { return false }
        // `System.String[]`, or three words with capitals at least: a host might well be called system.contoso.com.
        let name = octets.dropFirst(prefix.utf8.count)
        let plain = name.prefix { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "[") }
        let words = plain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard words.allSatisfy({ $0.first.map { (0x41...0x5a).contains($0) } ?? false }) else { return false }
        guard plain.allSatisfy({ $0 != 0x20 && $0 != UInt8(ascii: ",") && $0 < 0x80 }) else { return false }
        return words.count > 1 || plain.count < name.count
    }

    private static let prefixes = ["System.", "Microsoft.", "Deserialized."]
}
