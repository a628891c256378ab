/// Where each certificate stands first: all that a first pass remembers of one that is no authority.
///
/// A digest and a place take 40 octets, finding them again another 6 to 11. A dictionary took twice as much, and
/// three times while it grew.
struct FirstPlaces {
    private struct Entry: Sendable {
        let digest: SHA256Digest
        let place: Survey.Place
    }

    private var entries = BlockArray<Entry>()
    /// Numbers of entries from 1, 0 for none, by open addressing.
    private var slots = [UInt32](repeating: 0, count: 64)
    /// Spreads digests by a number that nobody outside knows, so that none can be made to meet.
    private let seed = UInt64.random(in: .min ... .max) | 1

    /// The number of a certificate among those seen, from 1, and its first place; nil where it was not seen.
    func first(of digest: SHA256Digest) -> (entry: UInt32, place: Survey.Place)? {
        let entry = slots[slot(of: digest)]
        return entry > 0 ? (entry, entries[Int(entry) - 1].place) : nil
    }

    /// Remembers a place unless one is known; false where one is.
    mutating func insert(_ digest: SHA256Digest, at place: Survey.Place) -> Bool {
        if (entries.count + 1) * 4 > slots.count * 3 { grow() }
        let slot = slot(of: digest)
        guard slots[slot] == 0 else { return false }
        entries.append(Entry(digest: digest, place: place))
        slots[slot] = UInt32(entries.count)
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for entry in 0..<entries.count { slots[slot(of: entries[entry].digest)] = UInt32(entry + 1) }
    }

    /// The slot that holds the digest, or the empty one where it belongs.
    private func slot(of digest: SHA256Digest) -> Int {
        var slot = Int(truncatingIfNeeded: (digest.firstWord &* seed) >> 20) & (slots.count - 1)
        while slots[slot] > 0 {
            if entries[Int(slots[slot]) - 1].digest == digest { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}

/// Where certificates stand again: a list of places for each, all in one block array.
///
/// 12 octets a place and some 20 a certificate that is repeated at all; an array each would take a hundred.
struct RepeatedPlaces: Sendable {
    private struct Link {
        let place: Survey.Place
        /// The number of the next one of the same certificate, 0 for none.
        var next: UInt32 = 0
    }

    private struct Ends {
        let first: UInt32
        var last: UInt32
    }

    /// Numbered from 1.
    private var links = BlockArray<Link>()
    /// By the certificate's entry in ``FirstPlaces``.
    private var ends: [UInt32: Ends] = [:]

    /// How many places there are.
    var count: Int { links.count }

    mutating func append(_ place: Survey.Place, of entry: UInt32) {
        links.append(Link(place: place))
        let number = UInt32(links.count)
        if let last = ends[entry]?.last {
            links[Int(last) - 1].next = number
            ends[entry]?.last = number
        } else {
            ends[entry] = Ends(first: number, last: number)
        }
    }

    /// The places of a certificate, its first one and those behind it, in order.
    func places(of entry: UInt32, after first: Survey.Place) -> [Survey.Place] {
        var places = [first]
        var number = ends[entry]?.first ?? 0
        while number > 0 {
            let link = links[Int(number) - 1]
            places.append(link.place)
            number = link.next
        }
        return places
    }
}

/// A list that grows by blocks: growing copies nothing, and no more than one block is reserved ahead.
///
/// What an audit remembers of every certificate is kept so. An array that doubles holds a third of its memory for
/// nothing, and two thirds while it moves.
struct BlockArray<Element: Sendable>: Sendable {
    private static var blockSize: Int { 4_096 }

    private var blocks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        let block = count / Self.blockSize
        if block == blocks.count {
            blocks.append([])
            // The list of one chunk of files stays small.
            if block > 0 { blocks[block].reserveCapacity(Self.blockSize) }
        }
        blocks[block].append(element)
        count += 1
    }

    subscript(index: Int) -> Element {
        get { blocks[index / Self.blockSize][index % Self.blockSize] }
        set { blocks[index / Self.blockSize][index % Self.blockSize] = newValue }
    }

    func forEach(_ body: (Element) -> Void) {
        for block in blocks { block.forEach(body) }
    }
}
