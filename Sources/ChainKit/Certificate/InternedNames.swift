import OpenSSLBridge

/// Names that stand in many certificates, each kept once: the few issuers of a whole folder.
///
/// A name found here is not read again, and its texts, made once, serve all its certificates.
final class InternedNames: Sendable {
    /// The issuers of everything that this process parses.
    static let issuers = InternedNames()

    /// Names kept; a folder of a million certificates has a few hundred issuers, a hostile one must not fill the memory.
    private static let most = 4_096

    private let names = Locked<[Int: DistinguishedName]>([:])

    /// The name with these octets, nil where it is not at hand.
    func name(_ der: ArraySlice<UInt8>) -> DistinguishedName? {
        let hash = Self.hash(der)
        guard let known = names.withLock({ $0[hash] }), known.der.elementsEqual(der) else { return nil }
        return known
    }

    /// Keeps a name for the certificates to come.
    func keep(_ name: DistinguishedName) {
        let hash = Self.hash(name.der[...])
        names.withLock { names in
            if names.count >= Self.most { names.removeAll(keepingCapacity: true) }
            names[hash] = name
        }
    }

    private static func hash(_ octets: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        octets.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
