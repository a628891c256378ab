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
