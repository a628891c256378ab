import Octets

/// The two numbers of an RSA key, big endian, without leading zeros.
struct RSAPublicKey: Sendable, Hashable {
    let modulus: [UInt8]
    let exponent: [UInt8]

    /// Reads a SubjectPublicKeyInfo, nil for other kinds of key and for numbers that cannot be read.
    init?(subjectPublicKeyInfo info: some Collection<UInt8>) {
        guard let key = try? Self.read(Array(info)) else { return nil }
        self = key
    }

    private init(modulus: [UInt8], exponent: [UInt8]) {
        self.modulus = modulus
        self.exponent = exponent
    }

    private static func read(_ info: [UInt8]) throws(DERReader.Failure) -> RSAPublicKey? {
        var file = DERReader(info)
        var fields = file.inside(try file.next(DERReader.Tag.sequence, "SubjectPublicKeyInfo"))
        var algorithm = fields.inside(try fields.next(DERReader.Tag.sequence, "the algorithm"))
        let identifier = try algorithm.next(DERReader.Tag.objectIdentifier, "the algorithm's identifier")
        let known = [SubjectPublicKey.rsaEncryption, SignatureAlgorithm.rsassaPSS]
        guard known.contains(ObjectIdentifier(derContent: info[identifier.content])) else { return nil }
        let bits = Array(info[try fields.next(DERReader.Tag.bitString, "the key").content.dropFirst()])
        var key = DERReader(bits)
        var numbers = key.inside(try key.next(DERReader.Tag.sequence, "RSAPublicKey"))
        let modulus = try numbers.next(DERReader.Tag.integer, "modulus")
        let exponent = try numbers.next(DERReader.Tag.integer, "exponent")
        return RSAPublicKey(
            modulus: Array(bits[modulus.content].drop { $0 == 0 }),
            exponent: Array(bits[exponent.content].drop { $0 == 0 })
        )
    }
}

/// The size of an RSA modulus, and what makes its numbers unusable.
///
/// OpenSSL decodes an even modulus, an exponent of 1 or one above the modulus, and octets after the numbers, without
/// complaint, so they are looked at here (RFC 8017, 3.1 and A.1.1).
struct RSANumbers {
    let bits: Int
    let defect: String?

    init(_ key: UnsafeBufferPointer<UInt8>) {
        var outer = LentDERReader(key)
        guard var numbers = outer.enter(DERReader.Tag.sequence),
            let modulus = numbers.next(DERReader.Tag.integer),
            let exponent = numbers.next(DERReader.Tag.integer)
        else {
            (bits, defect) = (0, "the key is not an RSAPublicKey")
            return
        }
        let n = key[modulus.content].drop { $0 == 0 }
        let e = key[exponent.content].drop { $0 == 0 }
        bits = n.first.map { n.count * 8 - $0.leadingZeroBitCount } ?? 0
        defect =
            if (key[modulus.content].first ?? 0) >= 0x80 { "the RSA modulus is negative" } else if bits < 2 {
                "the RSA modulus is \(n.first ?? 0)"
            } else if (n.last ?? 0) & 1 == 0 {
                "the RSA modulus is even"
            } else if (key[exponent.content].first ?? 0) >= 0x80 {
                "the RSA exponent is negative"
            } else if e.isEmpty || e.elementsEqual([1]) {
                "the RSA exponent is \(e.first ?? 0)"
            } else if (e.last ?? 0) & 1 == 0 {
                "the RSA exponent is even"
            } else if e.count > n.count || e.count == n.count && !e.lexicographicallyPrecedes(n) {
                "the RSA exponent is not below the modulus"
            } else if !numbers.isAtEnd || !outer.isAtEnd { "there is data after the RSA numbers" } else {
                nil
            }
    }
}
