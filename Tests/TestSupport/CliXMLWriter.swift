/// Writes what `Export-Clixml` writes, in the shape of Exchange's real exports.
package struct CliXMLWriter {
    private var lines: [String] = []
    private var indent = 0
    private var objectCount = 0
    private var typeNames: [[String]: Int] = [:]

    /// A document as PowerShell saves it: UTF-8 with a byte order mark.
    ///
    /// As a list it is one object that holds all others, which is what `-InputObject` gives.
    package static func document(_ objects: [CliXMLObject], asList: Bool = false) -> [UInt8] {
        [0xef, 0xbb, 0xbf] + Array(text(objects, asList: asList).utf8)
    }

    /// The document's text.
    package static func text(_ objects: [CliXMLObject], asList: Bool = false) -> String {
        var writer = Self()
        let values = objects.map { CliXMLValue.object($0) }
        writer.element(
            "Objs",
            " Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\""
        ) { writer in
            for value in asList ? [.list(values)] : values { writer.write(value) }
        }
        return writer.lines.joined(separator: "\n")
    }

    private mutating func write(_ value: CliXMLValue, name: String? = nil) {
        switch value {
        case .null: line("<Nil\(attribute(name)) />")
        case .text(let text): primitive("S", text, name)
        case .flag(let flag): primitive("B", flag ? "true" : "false", name)
        case .integer(let number):
            primitive(Int32(exactly: number) == nil ? "I64" : "I32", String(number), name)
        case .octets(let octets): primitive("BA", PEMWriter.base64(octets), name)
        case .time(let time): primitive("DT", time, name)
        case .primitive(let tag, let text): primitive(tag, text, name)
        case .enumeration(let type, let text, let number):
            object(name, [type, "System.Enum", "System.ValueType", "System.Object"], text) {
                $0.primitive("I32", String(number))
            }
        case .list(let values):
            object(name, ["System.Collections.ArrayList", "System.Object"], nil) { writer in
                writer.element("LST") { writer in for value in values { writer.write(value) } }
            }
        case .dictionary(let entries):
            object(name, ["System.Collections.Hashtable", "System.Object"], nil) { writer in
                writer.element("DCT") { writer in for entry in entries { writer.write(entry) } }
            }
        case .object(let content):
            object(name, content.typeNames + ["System.Object"], content.text) { writer in
                writer.write("Props", content.properties)
                writer.write("MS", content.members)
            }
        }
    }

    private mutating func write(_ entry: (key: String, value: CliXMLValue)) {
        element("En") { writer in
            writer.write(.text(entry.key), name: "Key")
            writer.write(entry.value, name: "Value")
        }
    }

    private mutating func write(_ tag: String, _ values: [(name: String, value: CliXMLValue)]) {
        guard !values.isEmpty else { return }
        element(tag) { writer in for (name, value) in values { writer.write(value, name: name) } }
    }

    private mutating func object(
        _ name: String?,
        _ types: [String],
        _ text: String?,
        _ content: (inout Self) -> Void
    ) {
        let identifier = objectCount
        objectCount += 1
        element("Obj", "\(attribute(name)) RefId=\"\(identifier)\"") { writer in
            if let known = writer.typeNames[types] {
                writer.line("<TNRef RefId=\"\(known)\" />")
            } else {
                let known = writer.typeNames.count
                writer.typeNames[types] = known
                writer.element("TN", " RefId=\"\(known)\"") { writer in
                    for type in types { writer.primitive("T", type) }
                }
            }
            if let text { writer.primitive("ToString", text) }
            content(&writer)
        }
    }

    private mutating func element(_ tag: String, _ attributes: String = "", _ content: (inout Self) -> Void) {
        line("<\(tag)\(attributes)>")
        indent += 2
        content(&self)
        indent -= 2
        line("</\(tag)>")
    }

    private mutating func primitive(_ tag: String, _ text: String, _ name: String? = nil) {
        line("<\(tag)\(attribute(name))>\(CliXMLEscapes.escape(text))</\(tag)>")
    }

    private func attribute(_ name: String?) -> String {
        name.map { " N=\"\(CliXMLEscapes.escape($0))\"" } ?? ""
    }

    private mutating func line(_ text: String) { lines.append(String(repeating: " ", count: indent) + text) }
}
