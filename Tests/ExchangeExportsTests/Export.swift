@testable import ExchangeExports

/// Reads texts as files of exports in tests.
enum Export {
    static func read(_ text: String, limits: ExportLimits = ExportLimits()) -> ExportContent {
        ExportReader(limits: limits).read(Array(text.utf8), path: "export.txt")
    }

    /// The objects as names and values.
    static func values(_ text: String) -> [[String: ExportedValue]] {
        read(text).objects.map { object in
            Dictionary(object.properties.map { ($0.name, $0.value) }) { first, _ in first }
        }
    }

    static func list(_ elements: String..., isCut: Bool = false) -> ExportedValue {
        .list(elements.map(ExportedValue.text), isCut: isCut)
    }
}
