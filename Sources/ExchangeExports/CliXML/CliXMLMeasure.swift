/// What a value costs whoever goes through it, so that references cannot make little into much.
struct CliXMLMeasure {
    /// Values within, itself included; a long one counts once more for each KiB.
    var values = 1
    /// Objects in one another, 0 for a primitive.
    var height = 0

    /// Adds something that stands within.
    mutating func add(_ other: CliXMLMeasure) {
        values += other.values
        height = max(height, other.height + 1)
    }
}
