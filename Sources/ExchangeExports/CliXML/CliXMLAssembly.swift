/// Puts objects together of values and ends that come in the document's order.
///
/// Finished values wait on one stack until the object around them ends and takes those that are its own: none is copied
/// twice, and no array has room to spare. What stands in no object is handed out at once, and so is each item of a list
/// that stands in none (`Export-Clixml -InputObject`): a document that ends in the middle has given all that was whole.
struct CliXMLAssembly {
    var output: CliXMLOutput
    private let depth: Int
    private var frames: [CliXMLFrame] = []
    private var pending: [ExportedObject.Property] = []
    private var references = CliXMLReferences()

    init(path: String, limits: ExportLimits) {
        output = CliXMLOutput(path: path, limits: limits)
        depth = limits.depth
    }

    /// Where the object begins that stands in no other and has not ended.
    var openLine: Int? { frames.first?.line }

    /// Begins an object; false where it would stand too deep.
    mutating func beginObject(_ name: String, _ identifier: Int?, line: Int) -> Bool {
        guard frames.count < depth else { return false }
        output.countObject(line: line)
        frames.append(CliXMLFrame(name: name, identifier: identifier, line: line, start: pending.count))
        return true
    }

    mutating func endObject(in parent: CliXMLElement, line: Int) {
        guard let frame = frames.popLast() else { return }
        let value = frame.value(with: pending[frame.start...], at: output.place(frame.line))
        pending.removeSubrange(frame.start...)
        if let identifier = frame.identifier { references.keep(value, frame.measure, as: identifier) }
        add(.init(frame.name, value), measure: frame.measure, in: parent, line: frame.line)
    }

    /// Adds a value to what it stands in.
    mutating func add(
        _ property: ExportedObject.Property,
        measure: CliXMLMeasure = CliXMLMeasure(),
        in parent: CliXMLElement,
        line: Int
    ) {
        output.countValues(1, line: line)
        guard let last = frames.indices.last else { return output.take(property.value, line: line) }
        frames[last].measure.add(measure)
        switch parent {
        case .object: frames[last].content = frames[last].content ?? property.value
        case .list where last == 0: output.take(property.value, line: line)
        default: pending.append(property)
        }
    }

    /// Adds an earlier object once more.
    ///
    /// One that has not ended holds the reference itself: a circle, for which a tree has no place, and no defect.
    mutating func add(_ name: String, referringTo identifier: Int?, in parent: CliXMLElement, line: Int) {
        var found: (value: ExportedValue, measure: CliXMLMeasure) = (.null, CliXMLMeasure())
        if let object = identifier.flatMap(references.object) {
            if frames.count + object.measure.height <= depth {
                found = object
            } else {
                output.report("\(name.abridged): refers to an object that would stand too deep", line: line)
            }
        } else if identifier == nil || !frames.contains(where: { $0.identifier == identifier }) {
            output.report("\(name.abridged): refers to an object that stands nowhere before", line: line)
        }
        output.countValues(found.measure.values, line: line)
        guard !output.isFull else { return }
        add(.init(name, found.value), measure: found.measure, in: parent, line: line)
    }

    /// Remembers where the values of a list or a dictionary's entry begin.
    mutating func beginSection() { withFrame { $0.sectionStart = $1.count } }

    mutating func endList() {
        withFrame { frame, pending in
            frame.content = .list(pending[frame.sectionStart...].map(\.value), isCut: false)
            pending.removeSubrange(frame.sectionStart...)
        }
    }

    /// Makes a property of a key and its value; PowerShell names the two `Key` and `Value`.
    mutating func endEntry() {
        withFrame { frame, pending in
            let entry = pending[frame.sectionStart...]
            let key = entry.first { $0.name == "Key" }?.value.propertyName
            let value = entry.last { $0.name == "Value" }?.value
            pending.removeSubrange(frame.sectionStart...)
            if let key, let value { pending.append(.init(key, value)) }
        }
    }

    mutating func beginTypeNames(_ identifier: Int?) {
        withFrame { frame, _ in frame.typeNamesIdentifier = identifier }
    }

    mutating func add(typeName: String, line: Int) {
        output.countValues(1, line: line)
        withFrame { frame, _ in frame.typeNames.append(typeName) }
    }

    mutating func endTypeNames() {
        guard let frame = frames.last, let identifier = frame.typeNamesIdentifier else { return }
        references.keep(frame.typeNames, as: identifier)
    }

    mutating func refer(toTypeNames identifier: Int?, line: Int) {
        let names = identifier.flatMap(references.typeNames)
        if names == nil { output.report("refers to type names that stand nowhere before", line: line) }
        withFrame { frame, _ in frame.typeNames = names ?? [] }
    }

    mutating func set(text: String?) { withFrame { frame, _ in frame.text = text } }

    private mutating func withFrame(_ change: (inout CliXMLFrame, inout [ExportedObject.Property]) -> Void) {
        if let last = frames.indices.last { change(&frames[last], &pending) }
    }
}
