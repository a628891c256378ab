/// Reads what `ConvertTo-Json` wrote: Windows PowerShell's and PowerShell 7's, one document or one a line.
struct JSONExportReader: Sendable {
    private let path: String
    private let limits: ExportLimits
    private let values: JSONExportedValue
    private var objects: [ExportedObject] = []
    /// Whether anything was of the cmdlets, be it complete or not.
    private var isExport = false

    init(path: String, limits: ExportLimits) {
        self.path = path
        self.limits = limits
        values = JSONExportedValue(path: path)
    }

    /// Reads a text in UTF-8; no format where it is no JSON, or not of the cmdlets.
    mutating func read(_ text: [UInt8]) -> ExportContent {
        var scanner = JSONScanner(text, limits: limits)
        while objects.count < limits.objects, let document = scanner.nextElement() { collect(document) }
        guard isExport else { return ExportContent(format: nil) }
        var problems: [ExportProblem] = []
        if let defect = scanner.defect {
            problems.append(
                ExportProblem(
                    ExportPlace(path: path, line: defect.line),
                    "broken JSON at column \(defect.column): \(defect.reason)",
                    hint: "export it again; what was complete before this place is used"
                )
            )
        }
        if objects.count >= limits.objects {
            problems.append(
                ExportProblem(
                    ExportPlace(path: path, line: objects.last?.place.line ?? 1),
                    "more than \(limits.objects) objects; what follows is not read"
                )
            )
        }
        return ExportContent(format: .json, objects: objects, problems: problems)
    }

    /// Takes the objects of the cmdlets out of whatever was put round them: arrays, their wrapper, an object of one's own.
    private mutating func collect(_ value: JSONValue) {
        guard objects.count < limits.objects else { return }
        switch value {
        case .list(let elements):
            for element in elements { collect(element) }
        case .object(let object):
            guard PropertyNames.describeObject(object.members.lazy.map(\.name)) else {
                for member in object.members { collect(member.value) }
                return
            }
            isExport = true
            // Half an object says too little: what it lacks would pass for what it has not.
            if object.isComplete { objects.append(values.object(object)) }
        default: break
        }
    }
}

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
