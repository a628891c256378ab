/// A value as an export holds it, before anybody knows what it means.
///
/// Only what is large stands in a box of its own: most values of a real export are short texts, numbers and flags, and
/// a box for each doubles what a file costs in memory.
package enum ExportedValue: Sendable, Hashable {
    /// `$null`, or a name with nothing after it.
    case null
    /// Text; in formats without types everything but a list is text.
    case text(String)
    /// Text whose end is missing, without the mark that says so (`...`).
    case cutText(String)
    /// A whole number.
    case integer(Int64)
    /// A truth value.
    case flag(Bool)
    /// A point in time with what is known of its zone.
    indirect case time(ExportedTime)
    /// Octets.
    case octets([UInt8])
    /// Several values; `isCut` where the export says that there were more.
    case list([ExportedValue], isCut: Bool)
    /// An object in an object.
    indirect case object(ExportedObject)
    /// A value that the exporter dropped, with what stands in its place: a type's name, or an object's flat text.
    ///
    /// `Export-Csv` puts `System.String[]` for every list, and `ConvertTo-Json` the same below its depth.
    case lost(String)
}

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

extension ExportedValue {
    /// What a property is called whose name a dictionary's key is; nil where the key cannot be a name.
    var propertyName: String? {
        switch self {
        case .text(let text), .cutText(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): String(flag)
        case .object(let object): object.text
        case .null, .time, .octets, .list, .lost: nil
        }
    }
}
