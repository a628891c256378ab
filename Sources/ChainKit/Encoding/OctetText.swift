/// Octets of text that is being written, with room kept ahead of them.
///
/// A report's line is hundreds of pieces of a few octets. An array's own `append(contentsOf:)` takes 80 instructions for
/// each, most of them to find out what it was given; copying into room that is there takes ten.
struct OctetText {
    /// Room that is made at a time.
    private static let step = [UInt8](repeating: 0, count: 8_192)

    private var room: [UInt8] = []
    /// How many octets were written.
    private(set) var count = 0

    /// Nothing written yet.
    init() {}

    /// Nothing written yet, with room for so many octets.
    init(expecting count: Int) { room = [UInt8](repeating: 0, count: count) }

    /// Goes on after text that is written already, taking over its memory.
    init(after octets: consuming [UInt8]) {
        count = octets.count
        room = octets
    }

    /// What was written.
    var octets: [UInt8] { Array(room[..<count]) }

    /// What was written, as text.
    var string: String { String(decoding: room[..<count], as: UTF8.self) }

    mutating func append(_ octet: UInt8) {
        makeRoom(for: 1)
        room[count] = octet
        count += 1
    }

    mutating func append(_ octets: UnsafeRawBufferPointer) {
        guard !octets.isEmpty else { return }
        makeRoom(for: octets.count)
        room.withUnsafeMutableBytes { room in
            UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: octets)
        }
        count += octets.count
    }

    mutating func append(_ octets: [UInt8]) {
        octets.withUnsafeBytes { append($0) }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Hands over what was written, with its memory, and begins anew.
    mutating func take() -> [UInt8] {
        room.removeLast(room.count - count)
        count = 0
        var taken: [UInt8] = []
        swap(&taken, &room)
        return taken
    }

    private mutating func makeRoom(for more: Int) {
        while room.count - count < more { room += Self.step }
    }
}
