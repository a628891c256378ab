internal import COpenSSL

/// The parameters of an AlgorithmIdentifier.
package enum AlgorithmParameters: Sendable, Hashable {
    case absent
    case null
    /// Content octets of an object identifier, as a named curve is.
    case identifier([UInt8])
    /// The whole DER element.
    case other([UInt8])

    init(_ algorithm: UnsafePointer<X509_ALGOR>?) {
        var kind: Int32 = 0
        var value: UnsafeRawPointer?
        X509_ALGOR_get0(nil, &kind, &value, algorithm)
        switch kind {
        case V_ASN1_UNDEF: self = .absent
        case V_ASN1_NULL: self = .null
        // OpenSSL keeps a BOOLEAN where it keeps a pointer for everything else.
        case V_ASN1_BOOLEAN: self = .other([])
        case V_ASN1_OBJECT: self = .identifier(Array(octets(of: value.map(OpaquePointer.init))))
        default:
            guard let string = value?.assumingMemoryBound(to: ASN1_STRING.self) else {
                self = .absent
                return
            }
            self = .other(Array(octets(of: string)))
        }
    }
}

/// Reads an AlgorithmIdentifier that stands alone.
package enum AlgorithmDecoding {
    /// Lends the algorithm and its parameters; nil where the octets are not exactly one AlgorithmIdentifier.
    package static func read<Result>(_ der: UnsafeBufferPointer<UInt8>, _ body: AlgorithmLoan<Result>)
        -> Result?
    {
        ExtensionDecoding.decode(der, d2i_X509_ALGOR, X509_ALGOR_free) { lendAlgorithm($0, body) }
    }

    /// Whether two encodings are of one algorithm with the same parameters; nil where one is the encoding of none.
    package static func areSame(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>)
        -> Bool?
    {
        let result = ExtensionDecoding.decode(one, d2i_X509_ALGOR, X509_ALGOR_free) { first in
            ExtensionDecoding.decode(other, d2i_X509_ALGOR, X509_ALGOR_free) {
                X509_ALGOR_cmp(first, $0) == 0
            }
        }
        return result ?? nil
    }
}
