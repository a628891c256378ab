/// The subjects of a list's certificates, to find a name among them that no subject is byte for byte.
///
/// A name is decoded when a name is asked for that may be equal to it: decoding all of them was half of what an audit of one
/// file cost.
struct RootNames {
    private let encodings: [[UInt8]?]
    private var byFingerprint: [UInt64: [Int]] = [:]
    /// Those that only decoding can compare.
    private var others: [Int] = []
    private var keys: [Int: NameComparisonKey] = [:]

    /// Looks at the subjects of the first `count` certificates.
    init(of certificates: RootCertificates, count: Int) {
        encodings = (0..<count).map { certificates[$0].flatMap(Self.subject) }
        byFingerprint.reserveCapacity(count)
        for (position, encoding) in encodings.enumerated() {
            guard let encoding else { continue }
            if let fingerprint = NameFingerprint.value(of: encoding) {
                byFingerprint[fingerprint, default: []].append(position)
            } else {
                others.append(position)
            }
        }
    }

    /// Where the name stands, in the list's order.
    mutating func positions(of name: DistinguishedName) -> [Int] {
        let candidates =
            if let fingerprint = NameFingerprint.value(of: name.der) {
                (byFingerprint[fingerprint, default: []] + others).sorted()
            } else {
                Array(encodings.indices)
            }
        guard !candidates.isEmpty else { return [] }
        let wanted = NameComparisonKey(name)
        return candidates.filter { key(at: $0) == wanted }
    }

    private mutating func key(at position: Int) -> NameComparisonKey? {
        if let key = keys[position] { return key }
        let name = encodings[position].flatMap { DistinguishedName(der: $0) }
        let key = name.map(NameComparisonKey.init)
        keys[position] = key
        return key
    }

    private static func subject(of certificate: [UInt8]) -> [UInt8]? {
        CertificateLayout(certificate).map { Array(certificate[$0.subject]) }
    }
}
