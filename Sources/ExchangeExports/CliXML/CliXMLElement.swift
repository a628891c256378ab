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
