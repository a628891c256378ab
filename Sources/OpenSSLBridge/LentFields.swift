internal import COpenSSL

// What a certificate and a request have alike, lent from OpenSSL's memory for the time of a call.

/// What is done with a key that is lent.
package typealias PublicKeyLoan<Result> = (
    _ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters,
    _ key: UnsafeBufferPointer<UInt8>
) -> Result

/// What is done with an algorithm that is lent.
package typealias AlgorithmLoan<Result> = (
    _ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters
) -> Result

/// Lends a key's algorithm, its parameters and the key's own octets; nil where OpenSSL has none of them.
func lendPublicKey<Result>(_ key: OpaquePointer?, _ body: PublicKeyLoan<Result>) -> Result? {
    var algorithm: OpaquePointer?
    var start: UnsafePointer<UInt8>?
    var count: Int32 = 0
    var identifier: UnsafeMutablePointer<X509_ALGOR>?
    guard X509_PUBKEY_get0_param(&algorithm, &start, &count, &identifier, key) == 1 else { return nil }
    return body(
        octets(of: algorithm),
        AlgorithmParameters(UnsafePointer(identifier)),
        UnsafeBufferPointer(start: start, count: Int(count))
    )
}

/// Lends a signature's algorithm and its parameters.
func lendAlgorithm<Result>(
    _ identifier: UnsafePointer<X509_ALGOR>,
    _ body: AlgorithmLoan<Result>
) -> Result {
    var algorithm: OpaquePointer?
    X509_ALGOR_get0(&algorithm, nil, nil, identifier)
    return body(octets(of: algorithm), AlgorithmParameters(identifier))
}

func octets(of string: UnsafePointer<ASN1_STRING>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(max(0, ASN1_STRING_length(string))))
}

/// Content octets of an ASN1_OBJECT.
func octets(of object: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: OBJ_get0_data(object), count: OBJ_length(object))
}
