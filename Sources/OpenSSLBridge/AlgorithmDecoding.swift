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

/// The parameters of an RSASSA-PSS signature (RFC 4055, 3.1), defaults filled in.
package struct PSSParameters {
    /// Content octets of the hash's object identifier.
    package let hash: [UInt8]
    /// Content octets of the mask generation function's hash.
    package let maskHash: [UInt8]
    package let saltLength: Int

    package init?(der: [UInt8]) {
        let sha1: [UInt8] = [0x2b, 0x0e, 0x03, 0x02, 0x1a]
        let decoded = der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            return d2i_RSA_PSS_PARAMS(nil, &input, buffer.count)
        }
        guard let decoded else {
            ERR_clear_error()
            return nil
        }
        defer { RSA_PSS_PARAMS_free(decoded) }
        // Only MGF1 and the trailer 0xBC exist (RFC 8017, A.2.3).
        if let trailer = decoded.pointee.trailerField, ASN1_INTEGER_get(trailer) != 1 { return nil }
        hash = decoded.pointee.hashAlgorithm.map { Array(octets(of: $0.pointee.algorithm)) } ?? sha1
        if let mask = decoded.pointee.maskGenAlgorithm {
            guard OBJ_obj2nid(mask.pointee.algorithm) == NID_mgf1, let parameter = mask.pointee.parameter,
                parameter.pointee.type == V_ASN1_SEQUENCE, let sequence = parameter.pointee.value.sequence
            else { return nil }
            var input = ASN1_STRING_get0_data(sequence)
            guard let inner = d2i_X509_ALGOR(nil, &input, Int(ASN1_STRING_length(sequence))) else {
                ERR_clear_error()
                return nil
            }
            defer { X509_ALGOR_free(inner) }
            maskHash = Array(octets(of: inner.pointee.algorithm))
        } else {
            maskHash = sha1
        }
        let salt = decoded.pointee.saltLength.map { ASN1_INTEGER_get($0) } ?? 20
        guard (0...1_024).contains(salt) else { return nil }
        saltLength = salt
    }
}
