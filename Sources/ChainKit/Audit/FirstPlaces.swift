/// Where each certificate stands first: all that a first pass remembers of one that is no authority.
///
/// A digest and a place take 40 octets, finding them again another 6 to 11. A dictionary took twice as much, and
/// three times while it grew.
struct FirstPlaces {
    private static let blockSize = 4_096

    // Blocks, so that growing copies nothing; and two of them, because a digest is aligned to 32 octets.
    private var digests: [[SHA256Digest]] = []
    private var places: [[Survey.Place]] = []
    private var count = 0
    /// Numbers of entries from 1, 0 for none, by open addressing.
    private var slots = [UInt32](repeating: 0, count: 64)
    /// Spreads digests by a number that nobody outside knows, so that none can be made to meet.
    private let seed = UInt64.random(in: .min ... .max) | 1

    /// The first place of a certificate, nil where it was not seen.
    func place(of digest: SHA256Digest) -> Survey.Place? {
        entry(of: digest).map { entry in
            let (block, index) = Self.position(of: Int(entry) - 1)
            return places[block][index]
        }
    }

    /// The number of a certificate among those seen, from 1, nil where it was not seen.
    func entry(of digest: SHA256Digest) -> UInt32? {
        let entry = slots[slot(of: digest)]
        return entry > 0 ? entry : nil
    }

    /// Remembers a place unless one is known; false where one is.
    mutating func insert(_ digest: SHA256Digest, at place: Survey.Place) -> Bool {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let slot = slot(of: digest)
        guard slots[slot] == 0 else { return false }
        let (block, _) = Self.position(of: count)
        if block == digests.count {
            digests.append([])
            places.append([])
            digests[block].reserveCapacity(block == 0 ? 0 : Self.blockSize)
            places[block].reserveCapacity(block == 0 ? 0 : Self.blockSize)
        }
        digests[block].append(digest)
        places[block].append(place)
        count += 1
        slots[slot] = UInt32(count)
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for entry in 0..<count {
            let (block, index) = Self.position(of: entry)
            slots[slot(of: digests[block][index])] = UInt32(entry + 1)
        }
    }

    /// The slot that holds the digest, or the empty one where it belongs.
    private func slot(of digest: SHA256Digest) -> Int {
        var slot = Int(truncatingIfNeeded: (digest.firstWord &* seed) >> 20) & (slots.count - 1)
        while slots[slot] > 0 {
            let (block, index) = Self.position(of: Int(slots[slot]) - 1)
            if digests[block][index] == digest { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private static func position(of entry: Int) -> (block: Int, index: Int) {
        (entry / blockSize, entry % blockSize)
    }
}
