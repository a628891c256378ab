/// Octets that an export has as a list of numbers.
enum OctetList {
    /// The properties whose values are octets; elsewhere a list of small numbers is just that.
    private static let names: Set = ["rawdata", "serializationdata"]

    /// The octets of a whole list of numbers below 256; nil where it is none, or another property's.
    static func read(_ value: ExportedValue, of name: String) -> ExportedValue? {
        guard case .list(let elements, isCut: false) = value, !elements.isEmpty, isOctets(name) else {
            return nil
        }
        var octets: [UInt8] = []
        octets.reserveCapacity(elements.count)
        for element in elements {
            switch element {
            case .text(let text): octets.append(contentsOf: UInt8(text).map { [$0] } ?? [])
            case .integer(let number): octets.append(contentsOf: UInt8(exactly: number).map { [$0] } ?? [])
            default: return nil
            }
        }
        return octets.count == elements.count ? .octets(octets) : nil
    }

    /// Whether a property's values are octets.
    static func isOctets(_ name: String) -> Bool { names.contains(name.lowercased()) }
}
