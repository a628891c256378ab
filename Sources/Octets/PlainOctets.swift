/// ASCII that stands for itself in a JSON string: all but control characters, quotation marks and backslashes.
///
/// Nearly every text of a report is nothing else, and most are short: they are copied and looked at in one go, sixteen
/// octets at a time.
enum PlainOctets {
    /// Sixteen octets, as numbers that one instruction works on.
    private typealias Block = SIMD2<UInt64>

    /// Copies octets up to the first that is not plain into room for all of them, and says how many it copied.
    @inline(__always)
    static func copy(_ text: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) -> Int {
        var copied = 0
        switch text.count {
        case 16...:
            let last = text.count &- 16
            while copied <= last, copyBlock(of: text, at: copied, to: room) { copied &+= 16 }
            // Unless a block was refused, the last octets go together with some before them.
            if copied > last, copyBlock(of: text, at: last, to: room) { return text.count }
        case 8...: if copyEnds(of: text, as: UInt64.self, to: room) { return text.count }
        case 4...: if copyEnds(of: text, as: UInt32.self, to: room) { return text.count }
        default: break
        }
        while copied < text.count, isPlain(text[copied]) {
            room[copied] = text[copied]
            copied += 1
        }
        return copied
    }

    /// Copies sixteen octets if all are plain.
    @inline(__always)
    private static func copyBlock(
        of text: UnsafeRawBufferPointer,
        at position: Int,
        to room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let block = text.loadUnaligned(fromByteOffset: position, as: Block.self)
        guard isPlain(block) else { return false }
        room.storeBytes(of: block, toByteOffset: position, as: Block.self)
        return true
    }

    /// Copies text of one to two words if all of it is plain: its first word and its last, which overlap.
    @inline(__always)
    private static func copyEnds<Word: FixedWidthInteger>(
        of text: UnsafeRawBufferPointer,
        as type: Word.Type,
        to room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let place = text.count - MemoryLayout<Word>.size
        let first = text.loadUnaligned(as: Word.self)
        let last = text.loadUnaligned(fromByteOffset: place, as: Word.self)
        guard isPlain(repeated(first, last)) else { return false }
        room.storeBytes(of: first, as: Word.self)
        room.storeBytes(of: last, toByteOffset: place, as: Word.self)
        return true
    }

    /// A block that two words fill, each as often as it takes.
    @inline(__always)
    private static func repeated<Word: FixedWidthInteger>(_ first: Word, _ last: Word) -> Block {
        let (first, last) = (UInt64(truncatingIfNeeded: first), UInt64(truncatingIfNeeded: last))
        return Word.bitWidth == 64 ? Block(first, last) : Block(repeating: first << 32 | last)
    }

    /// Whether all octets of a block are plain.
    ///
    /// By arithmetic on whole words: comparing octets of a vector was measured at a hundred times the cost.
    @inline(__always)
    private static func isPlain(_ block: Block) -> Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        // Each term sets the highest bit of an octet that is above 0x7e, below 0x20, or the very one. It may borrow from
        // the octet above such a one or carry into it, when the block is not plain anyway.
        let odd =
            block | (block &+ each) | (block &- 0x20 &* each)
            | ((block ^ UInt64(UInt8(ascii: "\"")) &* each) &- each)
            | ((block ^ UInt64(UInt8(ascii: "\\")) &* each) &- each)
        return odd & (0x80 &* each) == Block(repeating: 0)
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet < 0x7f && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    }
}

extension OctetText {
    /// Appends a text if all of it is plain, and says whether it is.
    package mutating func append(plain text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { append(plain: UnsafeRawBufferPointer($0)) } ?? false
    }

    @inline(never)
    private mutating func append(plain text: UnsafeRawBufferPointer) -> Bool {
        var isPlain = false
        _ = extend(upTo: text.count) { room in
            isPlain = PlainOctets.copy(text, to: room) == text.count
            return isPlain ? text.count : 0
        }
        return isPlain
    }
}
