/// Reads what `Export-Clixml` wrote (MS-PSRP, 2.2.5), in one pass, in time that grows with the file and nothing else.
package struct CliXMLReader: Sendable {
    private let limits: ExportLimits

    /// Makes a reader that keeps to limits.
    package init(limits: ExportLimits = ExportLimits()) { self.limits = limits }

    /// Reads one file's octets.
    ///
    /// Never fails: what is whole is among the objects even where the file is cut off, and XML of another kind has no
    /// format. Octets of `SerializationData` stay octets: `SerializedExchangeCertificate` reads them.
    package func read(_ octets: [UInt8], path: String) -> ExportContent {
        var content = ExportContent(format: .clixml)
        let start = ExportPlace(path: path, line: 1)
        guard octets.count <= limits.octets else {
            content.problems = [ExportProblem(start, "larger than the limit of \(limits.octets) octets")]
            return content
        }
        let encoding = XMLEncoding(of: octets)
        let builder = CliXMLBuilder(path: path, limits: limits)
        guard let parser = ExpatParser(encoding: encoding.name, events: builder) else {
            content.problems = [ExportProblem(start, "no memory for a parser")]
            return content
        }
        let failure = parser.parse(octets[encoding.markLength...])
        let assembly = builder.assembly
        content.objects = assembly.output.objects
        content.problems = assembly.output.problems
        if let failure {
            let place = ExportPlace(path: path, line: failure.line)
            content.problems.append(ExportProblem(place, failure.reason(lost: assembly.openLine)))
        }
        if let root = builder.foreignRoot {
            content.format = nil
            content.problems.append(ExportProblem(start, "the outermost element is <\(root)> and not <Objs>"))
        }
        return content
    }
}

/// What a value costs whoever goes through it, so that references cannot make little into much.
struct CliXMLMeasure {
    /// Values within, itself included; a long one counts once more for each KiB.
    var values = 1
    /// Objects in one another, 0 for a primitive.
    var height = 0

    /// Adds something that stands within.
    mutating func add(_ other: CliXMLMeasure) {
        values += other.values
        height = max(height, other.height + 1)
    }
}

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
