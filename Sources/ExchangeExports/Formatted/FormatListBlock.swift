/// The properties of one object of `Format-List`, line by line.
struct FormatListBlock: Sendable {
    private var closed: [FormatListProperty] = []
    /// The property whose value may still go on.
    private(set) var last: FormatListProperty
    private var names: Set<String>

    /// Begins with a property.
    init(_ property: FormatListProperty) {
        last = property
        names = [property.name]
    }

    /// How many properties there are.
    var count: Int { closed.count + 1 }

    /// Whether there is a property of a name: an object has each once, so the second begins another object.
    func has(_ name: String) -> Bool { names.contains(name) }

    /// Takes a further property.
    mutating func append(_ property: FormatListProperty) {
        closed.append(last)
        last = property
        names.insert(property.name)
    }

    /// Takes a further line of the last property.
    mutating func append(_ line: TextLine) { last.append(line) }

    /// The object; nil where the names are those of no cmdlet.
    func object(path: String, limits: ExportLimits) -> ExportedObject? {
        let properties = closed + [last]
        guard PropertyNames.describeObject(properties.lazy.filter(\.isAligned).map(\.name)) else {
            return nil
        }
        let wrapping = LineWrapping(properties)
        return ExportedObject(
            properties: properties.map { property in
                let text = wrapping.text(of: property.rows)
                return .init(
                    property.name,
                    limits.clipped(text) ?? FormattedValue.read(text, of: property.name)
                )
            },
            place: ExportPlace(path: path, line: closed.first?.line ?? last.line)
        )
    }
}
