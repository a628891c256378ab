extension Offer {
    /// The numbers of the request's RSA key; nil for other keys and for moduli that nobody could use.
    var rsaKey: RSAPublicKey? {
        request.flatMap { Self.rsaKey($0.subjectPublicKeyInfo) }
    }

    /// The numbers of an RSA key within the bounds in which they can be calculated with.
    static func rsaKey(_ subjectPublicKeyInfo: [UInt8]) -> RSAPublicKey? {
        guard let key = RSAPublicKey(subjectPublicKeyInfo: subjectPublicKeyInfo),
            (leastOctets...mostOctets).contains(key.modulus.count), (key.modulus.last ?? 0) & 1 == 1
        else { return nil }
        return key
    }

    /// OPENSSL_RSA_MAX_MODULUS_BITS is 16,384: beyond it OpenSSL uses no key.
    private static let mostOctets = 2_048
    private static let leastOctets = 8
}
