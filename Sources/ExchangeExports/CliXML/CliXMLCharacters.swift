/// The text of the element that is being read.
struct CliXMLCharacters {
    private let limit: Int
    private var octets: [UInt8] = []
    private var isTooLong = false

    init(limit: Int) { self.limit = limit }

    /// Octets so far.
    var count: Int { octets.count }

    mutating func add(_ piece: UnsafeRawBufferPointer) {
        guard !isTooLong, octets.count + piece.count <= limit else {
            isTooLong = true
            octets = []
            return
        }
        octets.append(contentsOf: piece)
    }

    /// Lends the text and begins anew; nil where it is longer than the limit.
    mutating func take<Result>(_ read: ([UInt8]) -> Result) -> Result? {
        defer {
            octets.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        return isTooLong ? nil : read(octets)
    }
}
