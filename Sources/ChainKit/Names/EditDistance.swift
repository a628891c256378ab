/// Tells whether two texts differ by one inserted, missing, replaced or swapped character.
enum EditDistance {
    static func isOne(_ one: Substring, _ other: Substring) -> Bool {
        let first = Array(one.utf8)
        let second = Array(other.utf8)
        // Short names are one character apart by accident.
        guard first != second, abs(first.count - second.count) <= 1, first.count > 5 else { return false }
        let common = zip(first, second).prefix { $0 == $1 }.count
        let commonEnd = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        let longer = max(first.count, second.count)
        if common + commonEnd >= longer - 1 { return true }
        return first.count == second.count && common + commonEnd == longer - 2
            && first[common] == second[common + 1] && first[common + 1] == second[common]
    }
}
