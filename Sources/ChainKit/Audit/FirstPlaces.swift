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
