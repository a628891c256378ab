import Octets

/// The elements of CliXML (MS-PSRP, 2.2.5).
enum CliXMLElement: Equatable {
    /// `Objs`, the outermost.
    case objects
    /// `Obj` (2.2.5.2).
    case object
    /// `TN`, type names with an id, and `TNRef`, those of an earlier id (2.2.5.2.3).
    case typeNames
    case typeName
    case typeNamesReference
    /// `ToString` (2.2.5.2.4).
    case toString
    /// `Props` and `MS`, adapted and extended properties (2.2.5.2.8 and 2.2.5.2.9).
    case properties
    /// `LST`, `IE`, `QUE` and `STK` (2.2.5.2.6).
    case list
    /// `DCT` and its `En`.
    case dictionary
    case entry
    /// `Ref`, an object that stands earlier in the document (2.2.5.3).
    case reference
    /// `Nil`.
    case null
    /// A primitive (2.2.5.1).
    case primitive(CliXMLPrimitive)

    /// Tells an element by its name, nil where the format has none of that name.
    init?(_ name: XMLName) {
        guard let element = Self.names[name] else { return nil }
        self = element
    }

    /// Whether text in it counts; between other elements there is white space only.
    var holdsText: Bool {
        switch self {
        case .typeName, .toString, .primitive: true
        default: false
        }
    }

    /// Whether the format has it directly in another one.
    func stands(in parent: CliXMLElement) -> Bool {
        switch (self, parent) {
        case (.object, .objects), (.object, .properties), (.object, .list), (.object, .entry): true
        case (.reference, _), (.null, _):
            parent == .objects || parent == .properties || parent == .list || parent == .entry
        case (.primitive, .object): true
        case (.primitive, _): Self.null.stands(in: parent)
        case (.typeName, .typeNames), (.entry, .dictionary): true
        case (.typeNames, .object), (.typeNamesReference, .object), (.toString, .object): true
        case (.properties, .object), (.list, .object), (.dictionary, .object): true
        default: false
        }
    }

    private static let names: [XMLName: CliXMLElement] = {
        var names: [XMLName: CliXMLElement] = [:]
        let structure: [(String, CliXMLElement)] = [
            ("Objs", .objects), ("Obj", .object), ("TN", .typeNames), ("T", .typeName),
            ("TNRef", .typeNamesReference), ("ToString", .toString), ("Props", .properties),
            ("MS", .properties),
            ("LST", .list), ("IE", .list), ("QUE", .list), ("STK", .list), ("DCT", .dictionary),
            ("En", .entry),
            ("Ref", .reference), ("Nil", .null),
        ]
        for (name, element) in structure { names[XMLName(name)] = element }
        for (name, primitive) in CliXMLPrimitive.names { names[XMLName(name)] = .primitive(primitive) }
        return names
    }()
}

/// Names that occur over and over, each kept once.
struct CliXMLNames {
    /// Different names kept; the properties of all of Exchange's objects are some thousands.
    private static let room = 10_000
    private static let deserialized = Array("Deserialized.".utf8)
    private var names: Set<String> = []

    /// A .NET type name as kept, without what remoting puts before it.
    mutating func name(ofType octets: [UInt8]) -> String {
        name(octets.starts(with: Self.deserialized) ? octets[Self.deserialized.count...] : octets[...])
    }

    /// The name as kept, with its escapes undone.
    mutating func name(_ octets: some Collection<UInt8>) -> String {
        let name = CliXMLText.decode(octets)
        // A short name stands in the string itself.
        if name.utf8.count < 16 { return name }
        if let index = names.firstIndex(of: name) { return names[index] }
        if names.count < Self.room { names.insert(name) }
        return name
    }
}

extension String {
    /// A name from outside as far as a message has room for it.
    var abridged: String { utf8.count > 80 ? prefix(60) + "..." : self }
}

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
        case .octets: Base64Decoder.decodeWhole(text).map { .octets($0) }
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
