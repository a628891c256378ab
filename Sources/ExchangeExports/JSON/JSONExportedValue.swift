/// What the values of `ConvertTo-Json` say.
struct JSONExportedValue {
    let path: String

    /// Reads the value of a property.
    func read(_ value: JSONValue, of name: String) -> ExportedValue {
        switch value {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .integer(let number): .integer(number)
        case .number(let text): .text(text)
        case .text(let text): Self.read(text, of: name)
        case .octets(let octets):
            OctetList.isOctets(name)
                ? .octets(octets) : .list(octets.map { .integer(Int64($0)) }, isCut: false)
        case .list(let elements): .list(elements.map { read($0, of: name) }, isCut: false)
        case .object(let object): read(object, of: name)
        }
    }

    /// Reads an object on its own.
    func object(_ object: JSONValue.Object) -> ExportedObject {
        ExportedObject(
            properties: object.members.map { .init($0.name, read($0.value, of: $0.name)) },
            place: ExportPlace(path: path, line: object.line)
        )
    }

    /// Windows PowerShell wraps what carries more than its value: arrays with their count, dates with how they are
    /// shown, and enumerations that came over the wire with their name.
    private func read(_ object: JSONValue.Object, of name: String) -> ExportedValue {
        guard let value = object["value"] else { return .object(self.object(object)) }
        switch Set(object.members.map(\.name)) {
        case ["value", "Count"]: return read(value, of: name)
        case ["value", "Value"]: return read(object["Value"] ?? value, of: name)
        case ["value", "DateTime"], ["value", "DateTime", "DisplayHint"]: return read(value, of: name)
        default: return .object(self.object(object))
        }
    }

    private static func read(_ text: String, of name: String) -> ExportedValue {
        if let time = JSONDate.read(text) { return .time(time) }
        if LostValue.isOne(text) { return .lost(text) }
        // Below its depth ConvertTo-Json writes an array's elements with blanks between them.
        if OctetList.isOctets(name) {
            let numbers = text.split(separator: " ").map { ExportedValue.text(String($0)) }
            if let octets = OctetList.read(.list(numbers, isCut: false), of: name) { return octets }
        }
        return .text(text)
    }
}
