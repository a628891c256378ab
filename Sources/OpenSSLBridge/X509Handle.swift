internal import COpenSSL
internal import CertificateTemplate

/// The sole owner of one certificate that OpenSSL's decoder decoded, to be read and freed when the value's lifetime ends.
///
/// Decoded by a template of our own, at a third of the cost of `d2i_X509`: no `X509` is needed to read a certificate, and
/// none of ours ever goes into a verification. The names stay encoded until they are asked for. Octets are lent to closures
/// as they stand in OpenSSL's memory, valid for the time of the call only.
package struct X509Handle: ~Copyable {
    /// One attribute of a distinguished name.
    package struct NameAttribute {
        /// Content octets of the attribute type's object identifier.
        package let type: UnsafeBufferPointer<UInt8>
        /// The ASN.1 universal tag number of the value.
        package let tag: Int32
        package let value: UnsafeBufferPointer<UInt8>
        /// Attributes with the same number stand in the same relative distinguished name.
        package let relativeName: Int32
    }

    package struct Extension {
        package let identifier: UnsafeBufferPointer<UInt8>
        package let isCritical: Bool
        package let value: UnsafeBufferPointer<UInt8>
    }

    package enum NameRole { case subject, issuer }
    package enum TimeRole { case notBefore, notAfter }

    private let pointer: UnsafeMutablePointer<chaincheck_certificate>

    /// Decodes DER; octets after the certificate are an error.
    package init(der: UnsafeBufferPointer<UInt8>) throws(OpenSSLError) {
        var input = der.baseAddress
        guard let certificate = chaincheck_certificate_decode(&input, der.count) else {
            ERR_clear_error()
            throw Self.complaint(about: der)
        }
        guard input == der.baseAddress?.advanced(by: der.count) else {
            chaincheck_certificate_free(certificate)
            throw OpenSSLError(entries: [.init(library: 0, reason: 0, text: "data after the certificate")])
        }
        pointer = certificate
    }

    deinit { chaincheck_certificate_free(pointer) }

    /// What OpenSSL says of octets that are no certificate or whose names are none, in the words of its own template.
    package static func complaint(about der: UnsafeBufferPointer<UInt8>) -> OpenSSLError {
        var input = der.baseAddress
        guard let certificate = d2i_X509(nil, &input, der.count) else { return .drain() }
        X509_free(certificate)
        ERR_clear_error()
        return OpenSSLError(entries: [.init(library: 0, reason: 0, text: "not a certificate of RFC 5280")])
    }

    /// The version as X.509 counts it from 1; a wild encoded value gives what it says plus one, as far as that fits.
    package var version: Int { min(ASN1_INTEGER_get(pointer.pointee.signed_part.version), .max - 1) + 1 }

    /// The serial number's magnitude, big endian, and its sign.
    package var serialNumber: (magnitude: [UInt8], isNegative: Bool) {
        guard let serial = pointer.pointee.signed_part.serial_number else { return ([], false) }
        return (Array(octets(of: serial)), serial.pointee.type == V_ASN1_NEG_INTEGER)
    }

    /// Lends each attribute of a name in encoded order; false where the octets are not a Name.
    package func forEachAttribute(of role: NameRole, _ body: (NameAttribute) -> Void) -> Bool {
        let name =
            switch role {
            case .subject: pointer.pointee.signed_part.subject
            case .issuer: pointer.pointee.signed_part.issuer
            }
        return name.map { NameDecoding.forEachAttribute(ofNameDER: octets(of: $0), body) } ?? false
    }

    /// Lends a validity time's text and says whether its tag was UTCTime (23) or GeneralizedTime (24).
    package func time<Result>(_ role: TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    {
        guard let validity = pointer.pointee.signed_part.validity else { return nil }
        let time =
            switch role {
            case .notBefore: validity.pointee.notBefore
            case .notAfter: validity.pointee.notAfter
            }
        return time.map { body($0.pointee.type, octets(of: $0)) }
    }

    /// Lends the key's algorithm, its parameters and the key's own octets.
    package func publicKey<Result>(_ body: PublicKeyLoan<Result>) -> Result? {
        guard let algorithm = pointer.pointee.signed_part.public_key.algorithm,
            let key = pointer.pointee.signed_part.public_key.key
        else { return nil }
        return lendAlgorithm(algorithm) { body($0, $1, octets(of: key)) }
    }

    /// Lends the outer signature algorithm and its parameters.
    package func signatureAlgorithm<Result>(_ body: AlgorithmLoan<Result>) -> Result? {
        pointer.pointee.signature_algorithm.map { lendAlgorithm($0, body) }
    }

    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 4.1.1.2).
    package var signatureAlgorithmsAgree: Bool {
        X509_ALGOR_cmp(pointer.pointee.signature_algorithm, pointer.pointee.signed_part.signature) == 0
    }

    /// Lends each extension in encoded order.
    package func forEachExtension(_ body: (Extension) -> Void) {
        for index in 0..<Int32(extensionCount) {
            if let item = X509v3_get_ext(pointer.pointee.signed_part.extensions, index).flatMap(
                Extension.init
            ) {
                body(item)
            }
        }
    }

    package var extensionCount: Int {
        Int(max(0, X509v3_get_ext_count(pointer.pointee.signed_part.extensions)))
    }
}

/// The parameters of an AlgorithmIdentifier.
package enum AlgorithmParameters {
    case absent
    case null
    /// Content octets of an object identifier, as a named curve is.
    case identifier(UnsafeBufferPointer<UInt8>)
    /// The whole DER element.
    case other(UnsafeBufferPointer<UInt8>)

    init(_ algorithm: UnsafePointer<X509_ALGOR>?) {
        var kind: Int32 = 0
        var value: UnsafeRawPointer?
        X509_ALGOR_get0(nil, &kind, &value, algorithm)
        switch kind {
        case V_ASN1_UNDEF: self = .absent
        case V_ASN1_NULL: self = .null
        // OpenSSL keeps a BOOLEAN where it keeps a pointer for everything else.
        case V_ASN1_BOOLEAN: self = .other(UnsafeBufferPointer(start: nil, count: 0))
        case V_ASN1_OBJECT: self = .identifier(octets(of: value.map(OpaquePointer.init)))
        default:
            guard let string = value?.assumingMemoryBound(to: ASN1_STRING.self) else {
                self = .absent
                return
            }
            self = .other(octets(of: string))
        }
    }
}

func octets(of string: UnsafePointer<ASN1_STRING>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(max(0, ASN1_STRING_length(string))))
}

/// Content octets of an ASN1_OBJECT.
func octets(of object: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: OBJ_get0_data(object), count: OBJ_length(object))
}
