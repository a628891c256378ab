/// A property of an exported object: what it is set to, or that nobody can say.
///
/// An export may leave a property out (a part of a Format-List, an older Exchange). That is not the same as empty, and
/// nothing is concluded from it.
public enum Setting<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The export does not hold the property.
    case notExported
    /// The property is there and holds nothing.
    case empty
    /// The property's value.
    case value(Value)

    /// The value, nil where there is none for either reason.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether the export says what the property is, be it nothing.
    public var isKnown: Bool { self != .notExported }

    /// The value as something else; what is empty or unknown stays so.
    public func map<Other>(_ transform: (Value) -> Other) -> Setting<Other> {
        switch self {
        case .notExported: .notExported
        case .empty: .empty
        case .value(let value): .value(transform(value))
        }
    }
}
