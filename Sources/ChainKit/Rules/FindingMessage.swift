import Octets

/// The message of a finding while a rule words it: an ordinary interpolated text.
///
/// Swift's own interpolation makes room for the literal parts alone, moves the text at nearly every value and looks at what
/// it has at every part: 500 instructions each. Octets with room for short values take 120.
struct FindingMessage: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The words.
    let text: String

    init(_ text: String) { self.text = text }

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation parts: StringInterpolation) {
        text = String(decoding: parts.octets, as: UTF8.self)
    }

    var description: String { text }

    /// The octets of the parts in their order.
    struct StringInterpolation: StringInterpolationProtocol {
        /// Room for one value: a host name, a date, a short distinguished name.
        private static let roomForValue = 64

        fileprivate private(set) var octets: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            octets.reserveCapacity(literalCapacity + interpolationCount * Self.roomForValue)
        }

        mutating func appendLiteral(_ literal: String) { append(literal) }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) { append(value.description) }

        private mutating func append(_ part: String) {
            // As the literal part between two values often is.
            guard !part.isEmpty else { return }
            part.withOctets { octets.append(contentsOf: $0) }
        }
    }
}
