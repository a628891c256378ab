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
