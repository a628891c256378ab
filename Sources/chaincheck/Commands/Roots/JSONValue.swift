import FoundationEssentials
import Reports

/// Any JSON value, for records whose fields another tool has named.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The text in one line, keys sorted.
    func line() throws -> String { try encoded([.sortedKeys, .withoutEscapingSlashes]) + "\n" }

    /// The text for reading, keys sorted.
    func document() throws -> String {
        try encoded([.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + "\n"
    }

    private func encoded(_ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The version of the schema in Documentation/Formats.md.
    static let schemaVersion = JSONValue.string(ReportSchema.version)

    /// The same value with `member_names` as `memberNames`, at any depth; what stands in them stays.
    var withCamelCaseMembers: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withCamelCaseMembers))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { (Self.camelCase($0), $1.withCamelCaseMembers) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        case .null, .bool, .integer, .number, .string: self
        }
    }

    private static func camelCase(_ name: String) -> String {
        let words = name.split(separator: "_")
        guard let first = words.first else { return name }
        return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    static func strings(_ texts: [String]?) -> JSONValue {
        texts.map { .array($0.map(JSONValue.string)) } ?? .null
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension JSONValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? container.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
