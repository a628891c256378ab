/// The encodings of a list's certificates, by the position of their entries; nothing is parsed before it is asked for.
struct RootCertificates: Sendable {
    private let encodings: [ArraySlice<UInt8>?]

    /// Takes certificates that stand one behind the other in the order of the entries.
    ///
    /// Which is checked when a certificate is used, not here: hashing all of them would be most of the start's cost.
    init(concatenated octets: [UInt8]) throws(DERReader.Failure) {
        var reader = DERReader(octets)
        var encodings: [ArraySlice<UInt8>?] = []
        while !reader.isAtEnd {
            encodings.append(reader[try reader.next(DERReader.Tag.sequence, "a certificate").whole])
        }
        self.encodings = encodings
    }

    /// Finds each entry's certificate among encodings in any order, by SHA-1 and then SHA-256.
    init(_ candidates: some Sequence<ArraySlice<UInt8>>, for entries: [RootListEntry]) {
        var byThumbprint: [Thumbprint: [ArraySlice<UInt8>]] = [:]
        for candidate in candidates { byThumbprint[Thumbprint(of: candidate), default: []].append(candidate) }
        encodings = entries.map { entry in
            byThumbprint[entry.thumbprint]?.first {
                entry.sha256 == nil || SHA256Digest(of: $0) == entry.sha256
            }
        }
    }

    /// The encodings that are there.
    var available: some Sequence<ArraySlice<UInt8>> { encodings.lazy.compactMap { $0 } }

    subscript(position: Int) -> ArraySlice<UInt8>? {
        encodings.indices.contains(position) ? encodings[position] : nil
    }
}
