/// Octets of text that is being written, with room kept ahead of them.
///
/// A report's line is hundreds of pieces of a few octets. An array's own `append(contentsOf:)` takes 80 instructions for
/// each, most of them to find out what it was given and who else has it; copying into room that only this value has
/// takes ten.
public struct OctetText: ~Copyable {
    /// Room that is made at first.
    @usableFromInline package static var leastRoom: Int { 4_096 }

    @usableFromInline var start: UnsafeMutableRawPointer
    /// How many octets there is room for.
    @usableFromInline var capacity: Int
    /// How many octets were written.
    @usableFromInline package var count = 0

    /// Nothing written yet.
    public init() { self.init(expecting: Self.leastRoom) }

    /// Nothing written yet, with room for so many octets.
    package init(expecting capacity: Int) {
        start = Self.allocate(capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    /// What was written, lent for the time of the call.
    @inlinable
    package func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// What was written.
    package var octets: [UInt8] {
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
    package var string: String { withOctets { String(decoding: $0, as: UTF8.self) } }

    @inlinable @inline(__always)
    package mutating func append(_ octet: UInt8) {
        if count == capacity { makeRoom(for: 1) }
        start.storeBytes(of: octet, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    @inlinable
    package mutating func append(_ octets: UnsafeRawBufferPointer) {
        extend(by: octets.count) { $0.copyMemory(from: octets) }
    }

    /// Appends octets.
    @inlinable
    public mutating func append(_ octets: [UInt8]) {
        octets.withUnsafeBytes { append($0) }
    }

    /// Appends a constant; inlined, so that the copying of its few octets is a store or two.
    @inlinable @inline(__always)
    package mutating func append(_ text: StaticString) {
        extend(by: text.utf8CodeUnitCount) { room in
            room.copyMemory(from: UnsafeRawBufferPointer(start: text.utf8Start, count: room.count))
        }
    }

    /// Appends the UTF-8 of text as it is.
    @inlinable
    public mutating func append(_ text: String) {
        text.withOctets { append(UnsafeRawBufferPointer($0)) }
    }

    /// Appends a key of a JSON object with the comma before it and the colon behind it; in one piece, as a line has a hundred
    /// of them, and inlined, where a constant's octets and their number are part of the instructions.
    @inlinable @inline(__always)
    package mutating func append(key name: StaticString, isFirst: Bool) {
        let length = name.utf8CodeUnitCount
        if count + length + 4 > capacity { makeRoom(for: length + 4) }
        var place = start + count
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
    package mutating func append(decimal number: UInt64) {
        guard number >= 10 else { return append(UInt8(ascii: "0") + UInt8(number)) }
        var digits = 2
        var power: UInt64 = 100
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
    @inlinable @inline(__always)
    package mutating func extend(by more: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        _ = extend(upTo: more) { room in
            write(room)
            return room.count
        }
    }

    /// Lends room for so many octets at the end; the body says how many it wrote, and so does this.
    @inlinable @inline(__always)
    package mutating func extend(upTo most: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        if count + most > capacity { makeRoom(for: most) }
        let written = write(UnsafeMutableRawBufferPointer(start: start + count, count: most))
        count += written
        return written
    }

    /// Hands over what was written as text and begins anew in the same room.
    package mutating func takeString() -> String {
        defer { count = 0 }
        return string
    }

    /// Takes back what was written from a place on.
    package mutating func takeBack(from start: Int) -> [UInt8] {
        let taken = withOctets { [UInt8]($0[start...]) }
        count = start
        return taken
    }

    /// Hands over what was written and begins anew in the same room.
    package mutating func take() -> [UInt8] {
        let taken = octets
        count = 0
        return taken
    }

    /// Grows by half at least, so that text that grows on is copied a few times only.
    @usableFromInline @inline(never)
    mutating func makeRoom(for more: Int) {
        let wider = max(Self.leastRoom, capacity + capacity / 2, count + more)
        let roomier = Self.allocate(wider)
        roomier.copyMemory(from: start, byteCount: count)
        start.deallocate()
        (start, capacity) = (roomier, wider)
    }

    private static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 1)
    }
}

// The room belongs to the one value that has it.
extension OctetText: @unchecked Sendable {}

extension String {
    /// Lends its UTF-8 as it lies, which a native string does without a copy.
    @inlinable @inline(__always)
    package func withOctets<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return text.withUTF8(body)
    }

    /// Whether some octet of its UTF-8 is such a one: asked of the octets as they lie, at a fifth of what a string's own
    /// iteration takes.
    @inlinable
    package func hasOctet(where isSuch: (UInt8) -> Bool) -> Bool { withOctets { $0.contains(where: isSuch) } }
}

extension Unicode.Scalar {
    /// Whether the character does not print, or changes how others do.
    package var isHidden: Bool {
        if value >= 0x20 && value < 0x7f { return false }
        // Letters and signs of Latin-1 and Latin Extended, the soft hyphen apart: the Unicode tables need not be asked.
        if value >= 0xa0 && value < 0x180 { return value == 0xad }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }
}

extension String {
    /// Octets of one name or value that a message repeats; a DNS name has 253 at most.
    private static let longestInMessages = 512

    /// The text as a message repeats it: of a longer one its beginning and how many octets were left out.
    ///
    /// A name in a certificate can have a million octets and stand in a message about each of 64 paths. Where the
    /// certificate itself is shown it is never shortened.
    package var shortened: String {
        guard utf8.count > Self.longestInMessages else { return self }
        var kept = ""
        var octets = 0
        // By scalars: a single character may consist of any number of them.
        for scalar in unicodeScalars {
            let count = UTF8.width(scalar)
            guard octets + count <= Self.longestInMessages else { break }
            kept.unicodeScalars.append(scalar)
            octets += count
        }
        return "\(kept) [\(utf8.count - octets) more octets]"
    }
}
