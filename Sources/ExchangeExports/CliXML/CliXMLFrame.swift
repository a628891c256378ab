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
