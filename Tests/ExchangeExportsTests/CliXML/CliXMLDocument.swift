import ExchangeExports

/// Small documents for tests.
enum CliXMLDocument {
    static func read(_ body: String, limits: ExportLimits = ExportLimits()) -> ExportContent {
        CliXMLReader(limits: limits).read(Array(text(body).utf8), path: "a.xml")
    }

    static func text(_ body: String) -> String {
        "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n\(body)\n</Objs>"
    }

    /// The value of one element in an object.
    static func value(_ element: String) -> ExportedValue? {
        read("<Obj RefId=\"0\"><Props>\(element)</Props></Obj>").objects.first?.properties.first?.value
    }
}

extension ExportContent {
    /// The problems as line and words.
    var complaints: [String] { problems.map { "\($0.place.line): \($0.reason)" } }
}
