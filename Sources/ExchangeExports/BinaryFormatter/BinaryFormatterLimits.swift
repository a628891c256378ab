/// How much a stream of .NET's BinaryFormatter may cost.
///
/// A certificate of Exchange's is some twenty records; each web site it serves adds five.
enum BinaryFormatterLimits {
    static let records = 20_000
    /// Members and items, nulls counted one by one.
    static let values = 100_000
    /// Records in one another.
    static let depth = 16
}
