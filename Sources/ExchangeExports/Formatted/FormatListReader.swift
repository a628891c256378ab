/// Reads what `Format-List` wrote from among whatever else stands in a text.
///
/// A blank line ends an object, and so does a name that it has already. Prose, prompts and quotation round the objects
/// are passed over: what has no name of the cmdlets is no object, see `PropertyNames`.
struct FormatListReader: Sendable {
    private let path: String
    private let limits: ExportLimits
    private var block: FormatListBlock?
    /// Objects of one property each with one blank line between them.
    private var singles: [FormatListBlock] = []
    /// Blank lines since the last line of the block.
    private var blanks = 0
    /// Lines that may belong to the last value although they do not hang.
    private var strays: [TextLine] = []
    private(set) var objects: [ExportedObject] = []
    /// Properties and further lines of values so far, also of what turned out to be no object.
    private(set) var count = 0

    /// A value whose indentation a web page dropped goes over a few lines; more of them are prose.
    private static let mostStrays = 3

    init(path: String, limits: ExportLimits) {
        self.path = path
        self.limits = limits
    }

    /// Takes the next line of the text.
    mutating func take(_ line: TextLine) {
        if line.isBlank {
            blanks += 1
            strays = []
            return
        }
        let property = FormatListProperty(line)
        if property == nil, line.isBoundary, line.indent < block?.last.column ?? .max {
            end()
        } else if continues(line, property) {
            block?.append(line)
            count += 1
        } else if let property {
            take(property)
        } else if block != nil, blanks == 0, strays.count < Self.mostStrays {
            strays.append(line)
        } else {
            end()
        }
    }

    /// Ends what is open, and gives the objects so far.
    mutating func end() {
        close()
        flush()
        blanks = 0
    }

    /// Hands over the objects found since the last time.
    mutating func removeObjects() -> [ExportedObject] {
        end()
        defer { objects = [] }
        return objects
    }

    /// Whether a line, which may look like a property, goes on with the last value.
    private func continues(_ line: TextLine, _ property: FormatListProperty?) -> Bool {
        guard let last = block?.last, strays.isEmpty else { return false }
        // A web page may put a blank line after every line.
        guard blanks == 0 || (blanks == 1 && last.isListOpen) else { return false }
        if let property, property.isAligned, PropertyNames.contain(property.name) { return false }
        if line.indent >= last.column { return true }
        return property == nil && (line.indent > last.indent || last.isListOpen)
    }

    private mutating func take(_ property: FormatListProperty) {
        count += 1
        if blanks == 0, block?.has(property.name) == false, block?.count ?? 0 < limits.properties {
            for stray in strays { block?.append(stray) }
            block?.append(property)
        } else {
            close()
            if blanks != 1 { flush() }
            block = FormatListBlock(property)
        }
        strays = []
        blanks = 0
    }

    private mutating func close() {
        guard let closed = block else { return }
        block = nil
        strays = []
        if closed.count == 1, singles.count < limits.properties {
            singles.append(closed)
        } else {
            flush()
            emit(closed)
        }
    }

    /// Puts objects of one property together: PowerShell has more than one blank line between what two commands wrote,
    /// and objects of one command have the same names, so different names with one blank line are one object that a web
    /// page spaced out.
    private mutating func flush() {
        var merged: FormatListBlock?
        for single in singles {
            if let open = merged, open.has(single.last.name) {
                emit(open)
                merged = nil
            }
            if merged == nil { merged = single } else { merged?.append(single.last) }
        }
        singles = []
        if let merged { emit(merged) }
    }

    private mutating func emit(_ block: FormatListBlock) {
        if let object = block.object(path: path, limits: limits) { objects.append(object) }
    }
}

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
