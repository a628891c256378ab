internal import COpenSSL
internal import CertificateTemplate

/// The sole owner of one certificate that OpenSSL's decoder decoded, to be read and freed when the value's lifetime ends.
///
/// Decoded by a template of our own, at a third of the cost of `d2i_X509`: no `X509` is needed to read a certificate, and
/// none of ours ever goes into a verification. Names, algorithms and extensions stay encoded: what they are is not known
/// before each was decoded by itself. Octets are lent to closures as they stand in OpenSSL's memory, valid for the time of
/// the call only.
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

    /// A part that stays encoded.
    package enum EncodedPart {
        case issuer, subject, keyAlgorithm
        /// The algorithm inside the signed part, and the one outside.
        case signedSignatureAlgorithm, signatureAlgorithm
    }

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
    package var signedSerialNumber: (magnitude: [UInt8], isNegative: Bool) {
        guard let serial = pointer.pointee.signed_part.serial_number else { return ([], false) }
        return (Array(octets(of: serial)), serial.pointee.type == V_ASN1_NEG_INTEGER)
    }

    /// Lends the whole DER of a part, nil where there is none.
    package func lend<Result>(_ part: EncodedPart, _ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result?
    {
        let signedPart = pointer.pointee.signed_part
        let encoded =
            switch part {
            case .issuer: signedPart.issuer
            case .subject: signedPart.subject
            case .keyAlgorithm: signedPart.public_key.algorithm
            case .signedSignatureAlgorithm: signedPart.signature
            case .signatureAlgorithm: pointer.pointee.signature_algorithm
            }
        return encoded.flatMap { body(octets(of: $0)) }
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

    /// Lends the whole DER of each extension in encoded order, until one is of no use.
    package func forEachExtension(_ isUseful: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        guard let extensions = pointer.pointee.signed_part.extensions else { return true }
        for index in 0..<max(0, OPENSSL_sk_num(extensions)) {
            guard let encoded = OPENSSL_sk_value(extensions, index)?.assumingMemoryBound(to: ASN1_STRING.self)
            else { continue }
            guard isUseful(octets(of: encoded)) else { return false }
        }
        return true
    }

    /// How many extensions there are.
    package var extensionCount: Int {
        pointer.pointee.signed_part.extensions.map { Int(max(0, OPENSSL_sk_num($0))) } ?? 0
    }

    /// Lends the key's own octets.
    package func publicKey<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        pointer.pointee.signed_part.public_key.key.map { body(octets(of: $0)) }
    }
}
