/// Numbers digests, from 0, in the order in which each is seen first.
///
/// A digest takes 32 octets, finding it again another 6 to 11. A dictionary took twice as much, and three
/// times while it grew.
struct DigestNumbers: Sendable {
    private var digests = BlockArray<SHA256Digest>()
    /// Numbers from 1, 0 for none, by open addressing.
    private var slots = [UInt32](repeating: 0, count: 64)
    /// Spreads digests by a number that nobody outside knows, so that none can be made to meet.
    private let seed = UInt64.random(in: .min ... .max) | 1

    /// How many different ones were seen.
    var count: Int { digests.count }

    subscript(number: UInt32) -> SHA256Digest { digests[Int(number)] }

    /// The number of a digest, nil where it was not seen.
    func number(of digest: SHA256Digest) -> UInt32? {
        let found = slots[slot(of: digest)]
        return found > 0 ? found - 1 : nil
    }

    /// The number of a digest, which is the next one where it was not seen before.
    mutating func insert(_ digest: SHA256Digest) -> UInt32 {
        if (digests.count + 1) * 4 > slots.count * 3 { grow() }
        let slot = slot(of: digest)
        if slots[slot] == 0 {
            digests.append(digest)
            slots[slot] = UInt32(digests.count)
        }
        return slots[slot] - 1
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<digests.count { slots[slot(of: digests[number])] = UInt32(number + 1) }
    }

    /// The slot that holds the digest, or the empty one where it belongs.
    private func slot(of digest: SHA256Digest) -> Int {
        var slot = Int(truncatingIfNeeded: (digest.firstWord &* seed) >> 20) & (slots.count - 1)
        while slots[slot] > 0 {
            if digests[Int(slots[slot]) - 1] == digest { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
