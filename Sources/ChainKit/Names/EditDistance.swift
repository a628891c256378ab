/// Tells whether two texts differ by one inserted, missing, replaced or swapped character.
enum EditDistance {
    static func isOne(_ one: Substring, _ other: Substring) -> Bool {
        isOne(Array(one.utf8)[...], Array(other.utf8)[...])
    }

    /// The same of octets.
    static func isOne(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        // Short names are one character apart by accident.
        guard abs(first.count - second.count) <= 1, first.count > 5, first != second else { return false }
        let common = zip(first, second).prefix { $0 == $1 }.count
        let commonEnd = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        let longer = max(first.count, second.count)
        if common + commonEnd >= longer - 1 { return true }
        guard first.count == second.count, common + commonEnd == longer - 2 else { return false }
        let (one, other) = (first.dropFirst(common).prefix(2), second.dropFirst(common).prefix(2))
        return one.elementsEqual(other.reversed())
    }
}
