import Octets
import OpenSSLBridge

/// What stands in many certificates and is read once, and what a worker digests with.
///
/// The few issuers of a folder, and the extensions that each of them writes the same into all its certificates.
/// Belongs to one worker at a time, so that finding something again takes no lock and shares no counter with another
/// processor. Forgetting is free: each thing has one place where it may be kept, and what comes later takes it.
final class CertificateMemory {
    // Each is used by one function, whose closure does not come back to it: to note and strike out every access, fifteen
    // times a certificate, costs more than to compare what is found.
    @exclusivity(unchecked) private var names = RecentOctets<DistinguishedName?>()
    @exclusivity(unchecked) private var extensions = RecentOctets<ExtensionReading?>()
    @exclusivity(unchecked) private var algorithms = RecentOctets<AlgorithmIdentifier?>()
    @exclusivity(unchecked) private var issuers = RecentOctets<Void>()
    let digests = DigestContexts()

    /// The name with an encoding, nil where it is the encoding of none.
    func name(_ der: UnsafeBufferPointer<UInt8>) -> DistinguishedName? {
        names.value(of: der) { DistinguishedName(lent: der) }
    }

    /// The algorithm with an encoding, nil where it is the encoding of none.
    ///
    /// One whose parameters are a structure is read each time: there are few, and what an enumeration with several payloads
    /// refers to is not found by LeakSanitizer, which would call what is kept here a leak.
    func algorithm(_ der: UnsafeBufferPointer<UInt8>) -> AlgorithmIdentifier? {
        algorithms.value(of: der, keeping: { $0?.hasStructure != true }) { AlgorithmIdentifier(der: der) }
    }

    /// The extension with an encoding, nil where it is the encoding of none.
    func reading(_ encoded: UnsafeBufferPointer<UInt8>) -> ExtensionReading? {
        extensions.value(of: encoded, keeping: { $0?.isOftenTheSame ?? false }) {
            ExtensionReading(encoded: encoded)
        }
    }

    /// Whether an issuer's name was not met lately; true at least the first time.
    func isNewIssuer(_ der: UnsafeBufferPointer<UInt8>) -> Bool {
        var isNew = false
        issuers.value(of: der) { isNew = true }
        return isNew
    }
}

/// Values by octets, each in one of the two slots that the octets choose.
private struct RecentOctets<Value> {
    private static var slotCount: Int { 4_096 }
    /// Longer octets are not kept: a hostile folder must not fill the memory.
    private static var longest: Int { 512 }

    // Apart, so that looking at the octets touches no value.
    private var keys: [[UInt8]] = Array(repeating: [], count: slotCount)
    private var values: [Value?] = Array(repeating: nil, count: slotCount)

    @discardableResult
    mutating func value(
        of octets: UnsafeBufferPointer<UInt8>,
        keeping isKept: (Value) -> Bool = { _ in true },
        _ read: () -> Value
    ) -> Value {
        guard octets.count <= Self.longest else { return read() }
        let first = Self.slot(of: octets)
        if OctetSearch.areSame(keys[first], octets), let value = values[first] { return value }
        let second = first ^ 1
        if OctetSearch.areSame(keys[second], octets), let value = values[second] { return value }
        let value = read()
        guard isKept(value) else { return value }
        // What was here moves over, so that two in turn do not drive each other out.
        if values[first] != nil {
            keys[second] = keys[first]
            values[second] = values[first]
        }
        keys[first] = Array(octets)
        values[first] = value
        return value
    }

    /// Spreads octets over the slots; who makes them meet makes them forgotten, no more.
    private static func slot(of octets: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(octets)
        var hash = UInt64(truncatingIfNeeded: raw.count)
        if raw.count < 8 {
            for octet in raw { hash = mixed(hash, UInt64(octet)) }
        } else {
            var position = 0
            while position + 8 < raw.count {
                hash = mixed(hash, raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                position += 8
            }
            // The last eight octets, some of them perhaps once more.
            hash = mixed(hash, raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
        }
        // A product carries upwards only: what differs at a word's end must come down and be multiplied once more.
        hash = (hash ^ hash >> 29) &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: hash >> 40) & (slotCount - 1)
    }
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        return product ^ product >> 32
    }
}
