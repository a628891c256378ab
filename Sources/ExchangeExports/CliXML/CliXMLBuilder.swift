/// Hears a document's elements, holds them against the format, and has objects assembled of them.
final class CliXMLBuilder: XMLEvents {
    /// Elements in one another of what is left out; in sound exports that is nothing.
    private static let skippedDepth = 1_000

    /// What has come of the document so far.
    var assembly: CliXMLAssembly
    /// The name of the outermost element where it is not CliXML's.
    private(set) var foreignRoot: String?
    let limits: ExportLimits
    private(set) var elements: [CliXMLElement] = []
    private var skipped = 0
    private var names = CliXMLNames()
    var characters: CliXMLCharacters
    /// The name of the primitive that is being read.
    private(set) var valueName = ""

    init(path: String, limits: ExportLimits) {
        self.limits = limits
        assembly = CliXMLAssembly(path: path, limits: limits)
        characters = CliXMLCharacters(limit: limits.valueOctets)
    }

    func begin(_ tag: XMLTag, in parser: ExpatParser) {
        let element = CliXMLElement(tag.name)
        if skipped > 0 {
            skipped += 1
            if skipped > Self.skippedDepth {
                refuse("what is left out is over \(Self.skippedDepth) elements deep", in: parser)
            }
        } else if let parent = elements.last {
            guard let element, element.stands(in: parent) else {
                return skip("<\(tag.title)> does not belong here, and what is in it is left out", in: parser)
            }
            open(element, tag, in: parser)
        } else if element == .objects {
            elements.append(.objects)
        } else {
            foreignRoot = tag.title
            parser.stop()
        }
    }

    func end(in parser: ExpatParser) {
        guard skipped == 0 else { return skipped -= 1 }
        guard let element = elements.popLast() else { return }
        switch element {
        case .object: assembly.endObject(in: elements.last ?? .objects, line: parser.line)
        case .typeNames: assembly.endTypeNames()
        case .typeName:
            if let name = take("a type name", in: parser, { names.name(ofType: $0) }) {
                assembly.add(typeName: name, line: parser.line)
            }
        case .toString: assembly.set(text: take("ToString", in: parser, CliXMLText.decode))
        case .list: assembly.endList()
        case .entry: assembly.endEntry()
        case .primitive(let primitive): add(primitive, in: parser)
        default: break
        }
        stopIfFull(parser)
    }

    func text(_ octets: UnsafeRawBufferPointer, in parser: ExpatParser) {
        if skipped == 0, elements.last?.holdsText == true { characters.add(octets) }
    }

    /// No exporter writes one, and entities that it could declare are the known way to make much of little.
    func documentType(in parser: ExpatParser) {
        refuse("a document type declaration (<!DOCTYPE>), which PowerShell never writes", in: parser)
    }

    private func open(_ element: CliXMLElement, _ tag: XMLTag, in parser: ExpatParser) {
        let parent = elements.last ?? .objects
        switch element {
        case .object:
            let line = parser.line
            guard assembly.beginObject(name(of: tag), tag.identifier, line: line) else {
                return skip("an object \(limits.depth + 1) deep, over the limit, is left out", in: parser)
            }
        case .typeNames: assembly.beginTypeNames(tag.identifier)
        case .typeNamesReference: assembly.refer(toTypeNames: tag.identifier, line: parser.line)
        case .list, .entry: assembly.beginSection()
        case .null: assembly.add(.init(name(of: tag), .null), in: parent, line: parser.line)
        case .reference:
            assembly.add(name(of: tag), referringTo: tag.identifier, in: parent, line: parser.line)
        case .primitive: valueName = name(of: tag)
        default: break
        }
        elements.append(element)
        stopIfFull(parser)
    }

    private func name(of tag: XMLTag) -> String { tag.attribute(.name).map { names.name($0) } ?? "" }

    private func skip(_ reason: String, in parser: ExpatParser) {
        report(reason, in: parser)
        skipped = 1
    }

    private func refuse(_ reason: String, in parser: ExpatParser) {
        report("\(reason): the rest is not read", in: parser)
        parser.stop()
    }

    func report(_ reason: String, in parser: ExpatParser) {
        assembly.output.report(reason, line: parser.line)
    }

    private func stopIfFull(_ parser: ExpatParser) { if assembly.output.isFull { parser.stop() } }
}

/// What becomes of the text between tags.
extension CliXMLBuilder {
    /// Adds the primitive that ends, null where its text is not what it should be.
    func add(_ primitive: CliXMLPrimitive, in parser: ExpatParser) {
        let measure = CliXMLMeasure(values: 1 + characters.count / 1024)
        let subject = valueName.isEmpty ? "a value" : valueName.abridged
        let value = take(subject, in: parser, primitive.value)
        if case .some(.none) = value {
            report("\(subject) is not of the type that its element says", in: parser)
        }
        let property = ExportedObject.Property(valueName, (value ?? nil) ?? .null)
        assembly.add(property, measure: measure, in: elements.last ?? .objects, line: parser.line)
    }

    /// Makes something of the text that has been read; nil where it is too long.
    func take<Result>(
        _ subject: String,
        in parser: ExpatParser,
        _ read: ([UInt8]) -> Result
    ) -> Result? {
        let result = characters.take(read)
        if result == nil {
            report("\(subject) is longer than the limit of \(limits.valueOctets) octets", in: parser)
        }
        return result
    }
}

/// What a document gave an id to: objects, and lists of type names.
struct CliXMLReferences {
    private var objects: [Int: (value: ExportedValue, measure: CliXMLMeasure)] = [:]
    private var typeNames: [Int: [String]] = [:]

    /// Keeps an object that has ended.
    mutating func keep(_ value: ExportedValue, _ measure: CliXMLMeasure, as identifier: Int) {
        objects[identifier] = (value, measure)
    }

    /// Keeps type names.
    mutating func keep(_ names: [String], as identifier: Int) { typeNames[identifier] = names }

    /// The object of an id; nil where none has ended yet.
    func object(_ identifier: Int) -> (value: ExportedValue, measure: CliXMLMeasure)? { objects[identifier] }

    /// The type names of an id.
    func typeNames(_ identifier: Int) -> [String]? { typeNames[identifier] }
}

/// An object whose end has not come yet.
struct CliXMLFrame {
    /// The name it has in the object around it.
    let name: String
    /// `RefId`, by which others refer to it.
    let identifier: Int?
    /// Where it begins.
    let line: Int
    /// How many values were waiting when it began: those after are its own.
    let start: Int
    /// How many were waiting when the list or dictionary's entry began that has not ended.
    var sectionStart: Int
    var typeNames: [String] = []
    var typeNamesIdentifier: Int?
    var text: String?
    var content: ExportedValue?
    var measure = CliXMLMeasure(height: 1)

    init(name: String, identifier: Int?, line: Int, start: Int) {
        self.name = name
        self.identifier = identifier
        self.line = line
        self.start = start
        sectionStart = start
    }

    /// What has become of it.
    ///
    /// A list is only its items, because nobody asks for the properties of Exchange's collections.
    func value(with properties: ArraySlice<ExportedObject.Property>, at place: ExportPlace) -> ExportedValue {
        if case .list = content, let content { return content }
        if let content, typeNames.isEmpty, text == nil, properties.isEmpty { return content }
        return .object(
            ExportedObject(
                typeNames: typeNames,
                text: text,
                properties: Array(properties),
                content: content,
                place: place
            )
        )
    }
}
