/// Octets of text that is being written, with room kept ahead of them.
///
/// A report's line is hundreds of pieces of a few octets. An array's own `append(contentsOf:)` takes 80 instructions for
/// each, most of them to find out what it was given and who else has it; copying into room that only this value has
/// takes ten.
public struct OctetText: ~Copyable {
    /// Room that is made at first.
    private static let leastRoom = 4_096

    private var room: UnsafeMutableRawBufferPointer
    /// How many octets were written.
    private(set) var count = 0

    /// Nothing written yet.
    public init() { room = UnsafeMutableRawBufferPointer(start: nil, count: 0) }

    /// Nothing written yet, with room for so many octets.
    init(expecting count: Int) { room = Self.allocate(count) }

    deinit { room.deallocate() }

    /// What was written, lent for the time of the call.
    func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }

    /// What was written.
    var octets: [UInt8] {
        // An array that is made without room writes its count where all empty arrays are.
        guard count > 0 else { return [] }
        return withOctets { written in
            [UInt8](unsafeUninitializedCapacity: written.count) { buffer, count in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: written)
                count = written.count
            }
        }
    }

    /// What was written, as text.
    var string: String { withOctets { String(decoding: $0, as: UTF8.self) } }

    mutating func append(_ octet: UInt8) {
        if count == room.count { makeRoom(for: 1) }
        room[count] = octet
        count += 1
    }

    mutating func append(_ octets: UnsafeRawBufferPointer) {
        guard let start = octets.baseAddress else { return }
        let end = count + octets.count
        if end > room.count { makeRoom(for: octets.count) }
        room.baseAddress?.advanced(by: count).copyMemory(from: start, byteCount: octets.count)
        count = end
    }

    mutating func append(_ octets: [UInt8]) {
        octets.withUnsafeBytes { append($0) }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends the UTF-8 of text as it is.
    mutating func append(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(UnsafeRawBufferPointer($0)) }
        if isDone == nil { append(Array(text.utf8)) }
    }

    /// Appends a key of a JSON object with the comma before it and the colon behind it; in one piece, as a line has a hundred
    /// of them.
    mutating func append(key name: StaticString, isFirst: Bool) {
        let length = name.utf8CodeUnitCount
        if count + length + 4 > room.count { makeRoom(for: length + 4) }
        guard var place = room.baseAddress?.advanced(by: count) else { return }
        if !isFirst {
            place.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
            place += 1
        }
        place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        (place + 1).copyMemory(from: name.utf8Start, byteCount: length)
        (place + length + 1).storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        (place + length + 2).storeBytes(of: UInt8(ascii: ":"), as: UInt8.self)
        count += length + (isFirst ? 3 : 4)
    }

    /// Appends a number in decimal digits.
    mutating func append(decimal number: UInt64) {
        var digits = 1
        var power: UInt64 = 10
        while digits < 20, number >= power {
            digits += 1
            if digits < 20 { power *= 10 }
        }
        extend(by: digits) { room in
            var rest = number
            for place in stride(from: room.count - 1, through: 0, by: -1) {
                room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
    }

    /// Lends room for so many octets at the end, all of which the body writes.
    mutating func extend(by more: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        if count + more > room.count { makeRoom(for: more) }
        write(UnsafeMutableRawBufferPointer(rebasing: room[count..<(count + more)]))
        count += more
    }

    /// Hands over what was written as text and begins anew in the same room.
    mutating func takeString() -> String {
        defer { count = 0 }
        return string
    }

    /// Hands over what was written and begins anew in the same room.
    mutating func take() -> [UInt8] {
        let taken = octets
        count = 0
        return taken
    }

    /// Grows by half at least, so that text that grows on is copied a few times only.
    private mutating func makeRoom(for more: Int) {
        let wider = Self.allocate(max(Self.leastRoom, room.count + room.count / 2, count + more))
        wider.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
        room.deallocate()
        room = wider
    }

    private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    }
}

// The room belongs to the one value that has it.
extension OctetText: @unchecked Sendable {}
