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
