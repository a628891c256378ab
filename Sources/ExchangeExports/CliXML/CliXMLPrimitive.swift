/// How a primitive's text becomes a value (MS-PSRP, 2.2.5.1).
enum CliXMLPrimitive: Equatable {
    /// Text as it stands; also numbers that are not whole, durations, versions, GUIDs and secure strings.
    case text
    /// The decimal number of one UTF-16 unit.
    case character
    case flag
    case time
    case integer
    /// Base64.
    case octets

    /// The elements' names.
    static let names: [(String, CliXMLPrimitive)] = [
        ("S", .text), ("C", .character), ("B", .flag), ("DT", .time), ("TS", .text), ("By", .integer),
        ("SB", .integer), ("U16", .integer), ("I16", .integer), ("U32", .integer), ("I32", .integer),
        ("U64", .integer), ("I64", .integer), ("Sg", .text), ("Db", .text), ("D", .text), ("BA", .octets),
        ("G", .text), ("URI", .text), ("Version", .text), ("XD", .text), ("SBK", .text), ("SS", .text),
    ]

    /// The value, nil where the text is none of this kind.
    func value(of text: [UInt8]) -> ExportedValue? {
        switch self {
        case .text: .text(CliXMLText.decode(text))
        case .character: Self.integer(text).flatMap(UInt16.init(exactly:)).map { .text(String(utf16: [$0])) }
        case .flag: Self.flag(text)
        case .time: ExportedTime(roundTrip: text).map { .time($0) }
        case .integer: Self.integer(text).map { .integer($0) } ?? Self.largeInteger(text)
        case .octets: Base64Text.decode(text).map { .octets($0) }
        }
    }

    private static func flag(_ text: [UInt8]) -> ExportedValue? {
        switch String(decoding: text, as: UTF8.self) {
        case "true": .flag(true)
        case "false": .flag(false)
        default: nil
        }
    }

    private static func integer(_ text: [UInt8]) -> Int64? {
        // The longest is the least of 64 bits; longer text would only cost.
        text.count <= 20 ? Int64(String(decoding: text, as: UTF8.self)) : nil
    }

    /// A number of 64 bits without a sign that has no room in one with it: kept as text.
    private static func largeInteger(_ text: [UInt8]) -> ExportedValue? {
        guard text.count <= 20 else { return nil }
        let digits = String(decoding: text, as: UTF8.self)
        return UInt64(digits).map { _ in .text(digits) }
    }
}
