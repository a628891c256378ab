/// What is signed as certificates are: a part, an algorithm and a signature over the part's very octets.
protocol SignedObject {
    /// The part that was signed.
    var signedPart: ArraySlice<UInt8> { get }
    /// The signature, without the octet that counts unused bits.
    var signature: ArraySlice<UInt8> { get }
    /// How it was signed.
    var signatureAlgorithm: SignatureAlgorithm { get }
}
