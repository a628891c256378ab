/// What has been read of a document, and how much it may still become.
struct CliXMLOutput {
    private(set) var objects: [ExportedObject] = []
    private(set) var problems: [ExportProblem] = []
    /// Whether a limit has ended the reading.
    private(set) var isFull = false
    private var objectCount = 0
    private var valueCount = 0
    private let path: String
    private let limits: ExportLimits

    init(path: String, limits: ExportLimits) {
        self.path = path
        self.limits = limits
    }

    /// Names a line of the document.
    func place(_ line: Int) -> ExportPlace { ExportPlace(path: path, line: line) }

    /// Tells of a problem, as long as there is room for problems.
    mutating func report(_ reason: String, line: Int, hint: String? = nil) {
        if problems.count < limits.problems {
            problems.append(ExportProblem(place(line), reason, hint: hint))
        } else if problems.count == limits.problems {
            problems.append(ExportProblem(place(line), "further problems of this file are not listed"))
        }
    }

    /// Counts an object that begins.
    mutating func countObject(line: Int) {
        objectCount += 1
        if objectCount > limits.objects { fill("more than \(limits.objects) objects", line: line) }
    }

    /// Counts values.
    mutating func countValues(_ count: Int, line: Int) {
        valueCount += count
        if valueCount > limits.values {
            fill(
                "more than \(limits.values) values, those of an object that is referred to counted again",
                line: line
            )
        }
    }

    /// Takes a value that stands in no other: an object, a list of objects, or a value that becomes the content of one.
    mutating func take(_ value: ExportedValue, line: Int) {
        switch value {
        case .null: break
        case .object(let object): objects.append(object)
        case .list(let values, _): for value in values { take(value, line: line) }
        default:
            countObject(line: line)
            guard !isFull else { return }
            let text: String? = if case .text(let text) = value { text } else { nil }
            objects.append(ExportedObject(text: text, content: value, place: place(line)))
        }
    }

    private mutating func fill(_ reason: String, line: Int) {
        if !isFull { report(reason + ": the rest is not read", line: line) }
        isFull = true
    }
}
