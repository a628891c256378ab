internal import COpenSSL

/// The sole owner of one `X509 *`, parsed to be read and freed when the value's lifetime ends.
///
/// Octets are lent to closures as they stand in OpenSSL's memory, valid for the time of the call only.
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

    private let pointer: OpaquePointer

    /// Parses DER; octets after the certificate are an error.
    package init(der: UnsafeBufferPointer<UInt8>) throws(OpenSSLError) {
        var input = der.baseAddress
        var certificate = X509_new_ex(ParsingContext.shared.pointer, nil)
        guard d2i_X509(&certificate, &input, der.count) != nil, let certificate else {
            throw .drain()
        }
        // The opportunistic key decoding of the null context leaves its complaint behind.
        ERR_clear_error()
        guard input == der.baseAddress?.advanced(by: der.count) else {
            X509_free(certificate)
            throw OpenSSLError(entries: [.init(library: 0, reason: 0, text: "data after the certificate")])
        }
        pointer = certificate
    }

    deinit { X509_free(pointer) }

    /// The version as X.509 counts it from 1; a wild encoded value gives what it says plus one, as far as that fits.
    package var version: Int { min(X509_get_version(pointer), .max - 1) + 1 }

    /// The serial number's magnitude, big endian, and its sign.
    package var serialNumber: (magnitude: [UInt8], isNegative: Bool) {
        guard let serial = X509_get0_serialNumber(pointer) else { return ([], false) }
        return (Array(octets(of: serial)), serial.pointee.type == V_ASN1_NEG_INTEGER)
    }

    /// Lends each attribute of a name in encoded order.
    package func forEachAttribute(of role: NameRole, _ body: (NameAttribute) -> Void) {
        if let name = name(role) { NameDecoding.forEachAttribute(of: name, body) }
    }

    /// Lends a validity time's text and says whether its tag was UTCTime (23) or GeneralizedTime (24).
    package func time<Result>(_ role: TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    {
        let time =
            switch role {
            case .notBefore: X509_get0_notBefore(pointer)
            case .notAfter: X509_get0_notAfter(pointer)
            }
        return time.map { body($0.pointee.type, octets(of: $0)) }
    }

    /// Lends the key's algorithm, its parameters and the key's own octets.
    package func publicKey<Result>(_ body: PublicKeyLoan<Result>) -> Result? {
        lendPublicKey(X509_get_X509_PUBKEY(pointer), body)
    }

    /// Lends the outer signature algorithm and its parameters.
    package func signatureAlgorithm<Result>(_ body: AlgorithmLoan<Result>) -> Result? {
        var signature: UnsafePointer<ASN1_BIT_STRING>?
        var identifier: UnsafePointer<X509_ALGOR>?
        X509_get0_signature(&signature, &identifier, pointer)
        return identifier.map { lendAlgorithm($0, body) }
    }

    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 4.1.1.2).
    package var signatureAlgorithmsAgree: Bool {
        var signature: UnsafePointer<ASN1_BIT_STRING>?
        var identifier: UnsafePointer<X509_ALGOR>?
        X509_get0_signature(&signature, &identifier, pointer)
        return X509_ALGOR_cmp(identifier, X509_get0_tbs_sigalg(pointer)) == 0
    }

    /// Lends each extension in encoded order.
    package func forEachExtension(_ body: (Extension) -> Void) {
        for index in 0..<max(0, X509_get_ext_count(pointer)) {
            if let item = X509_get_ext(pointer, index).flatMap(Extension.init) { body(item) }
        }
    }

    package var extensionCount: Int { Int(max(0, X509_get_ext_count(pointer))) }

    private func name(_ role: NameRole) -> OpaquePointer? {
        switch role {
        case .subject: X509_get_subject_name(pointer)
        case .issuer: X509_get_issuer_name(pointer)
        }
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
