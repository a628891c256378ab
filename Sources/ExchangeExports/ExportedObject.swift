/// One object that a cmdlet of PowerShell wrote out: a bag of named values.
///
/// What it stands for is not known here: the type names of CliXML say so, or which properties there are.
package struct ExportedObject: Sendable, Hashable {
    /// One named value.
    package struct Property: Sendable, Hashable {
        /// The name as exported.
        package let name: String
        /// The value.
        package let value: ExportedValue

        /// Names a value.
        package init(_ name: String, _ value: ExportedValue) {
            self.name = name
            self.value = value
        }
    }

    /// .NET type names, the most special first, without `Deserialized.`; empty in formats that name none.
    package var typeNames: [String]
    /// What ToString gave, nil in formats that do not keep it.
    package var text: String?
    /// The properties in exported order.
    package var properties: [Property]
    /// What the object is beneath its properties: the number of an enumeration whose name is the text, or a text or
    /// number that had properties hung on it; nil for an object that is its properties.
    package var content: ExportedValue?
    /// Where the object begins.
    package var place: ExportPlace

    /// Puts an object together.
    package init(
        typeNames: [String] = [],
        text: String? = nil,
        properties: [Property] = [],
        content: ExportedValue? = nil,
        place: ExportPlace
    ) {
        self.typeNames = typeNames
        self.text = text
        self.properties = properties
        self.content = content
        self.place = place
    }

    /// The first value of a name in either case, as PowerShell compares names; nil where there is none.
    package subscript(name: String) -> ExportedValue? {
        properties.first { $0.name.isSameName(as: name) }?.value
    }
}

extension String {
    /// Whether two names are the same to PowerShell, which ignores the case of property names.
    func isSameName(as other: String) -> Bool {
        utf8.count == other.utf8.count && (self == other || lowercased() == other.lowercased())
    }
}
