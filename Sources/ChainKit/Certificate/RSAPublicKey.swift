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
