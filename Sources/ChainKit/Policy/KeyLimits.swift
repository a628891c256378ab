/// What a key must have at least, and how far it is looked for what breaks it.
public struct KeyLimits: Sendable, Hashable {
    /// The fewest bits of an RSA modulus.
    public let rsaBits: Int
    /// The fewest bits of an elliptic curve's field.
    public let curveBits: Int
    /// The least public exponent that CAs should certify.
    public let exponent: Int
    /// Rounds of Fermat's factorization within which a modulus must not fall.
    public let fermatRounds: Int
    /// The primes by which the fingerprint of the ROCA keys is told.
    public let rocaPrimes: [UInt]
}
