import Octets

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

/// The encodings of a list's certificates, by the position of their entries; nothing is parsed before it is asked for.
struct RootCertificates: Sendable {
    private enum Encoding {
        case given(ArraySlice<UInt8>)
        /// Where it stands among those of the binary, which are not copied before they are asked for.
        case embedded(Range<Int>)

        var octets: [UInt8] {
            switch self {
            case .given(let octets): Array(octets)
            case .embedded(let range): EmbeddedRoots.certificates(in: range)
            }
        }
    }

    private let encodings: [Encoding?]

    /// Takes the certificates of the binary, which stand in the order of the built-in list's entries.
    ///
    /// Which is checked when a certificate is used, not here: hashing all of them would be most of the start's cost.
    static func embedded() throws(DERReader.Failure) -> RootCertificates {
        try EmbeddedRoots.withCertificates { octets throws(DERReader.Failure) in
            var reader = LentDERReader(octets)
            var encodings: [Encoding?] = []
            while !reader.isAtEnd {
                guard let element = reader.next(DERReader.Tag.sequence) else {
                    throw DERReader.Failure(offset: reader.position, reason: "expected a certificate")
                }
                encodings.append(.embedded(element.whole))
            }
            return RootCertificates(encodings: encodings)
        }
    }

    private init(encodings: [Encoding?]) { self.encodings = encodings }

    /// Finds each entry's certificate among encodings in any order, by SHA-1 and then SHA-256.
    init(_ candidates: some Sequence<ArraySlice<UInt8>>, for entries: [RootListEntry]) {
        var byThumbprint: [Thumbprint: [ArraySlice<UInt8>]] = [:]
        for candidate in candidates { byThumbprint[Thumbprint(of: candidate), default: []].append(candidate) }
        encodings = entries.map { entry in
            byThumbprint[entry.thumbprint]?.first {
                entry.sha256 == nil || SHA256Digest(of: $0) == entry.sha256
            }.map { .given($0) }
        }
    }

    /// The encodings that are there.
    var available: some Sequence<[UInt8]> { encodings.lazy.compactMap { $0?.octets } }

    /// Whether the encoding of an entry is there.
    func has(_ position: Int) -> Bool { encodings.indices.contains(position) && encodings[position] != nil }

    subscript(position: Int) -> [UInt8]? {
        encodings.indices.contains(position) ? encodings[position]?.octets : nil
    }
}
