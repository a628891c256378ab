internal import COpenSSL

/// The sole owner of one `X509_REQ *`, parsed to be read and freed when the value's lifetime ends.
///
/// Octets are lent to closures as they stand in OpenSSL's memory, valid for the time of the call only.
package struct X509RequestHandle: ~Copyable {
    private let pointer: OpaquePointer

    /// Parses DER; octets after the request are an error.
    package init(der: UnsafeBufferPointer<UInt8>) throws(OpenSSLError) {
        var input = der.baseAddress
        guard let request = d2i_X509_REQ(nil, &input, der.count) else { throw .drain() }
        // A key that OpenSSL cannot decode leaves its complaint behind.
        ERR_clear_error()
        guard input == der.baseAddress?.advanced(by: der.count) else {
            X509_REQ_free(request)
            throw OpenSSLError(entries: [.init(library: 0, reason: 0, text: "data after the request")])
        }
        pointer = request
    }

    deinit { X509_REQ_free(pointer) }

    /// The DER of the subject.
    package var subject: [UInt8] {
        var start: UnsafePointer<UInt8>?
        var count = 0
        guard X509_NAME_get0_der(X509_REQ_get_subject_name(pointer), &start, &count) == 1 else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The DER of the SubjectPublicKeyInfo.
    package var subjectPublicKeyInfo: [UInt8] {
        let key = X509_REQ_get_X509_PUBKEY(pointer)
        let count = i2d_X509_PUBKEY(key, nil)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            var output = buffer.baseAddress
            initialized = Int(max(0, i2d_X509_PUBKEY(key, &output)))
        }
    }

    /// Lends the key's algorithm, its parameters and the key's own octets.
    package func publicKey<Result>(_ body: PublicKeyLoan<Result>) -> Result? {
        lendPublicKey(X509_REQ_get_X509_PUBKEY(pointer), body)
    }

    /// Lends the signature algorithm and its parameters.
    package func signatureAlgorithm<Result>(_ body: AlgorithmLoan<Result>) -> Result? {
        var signature: UnsafePointer<ASN1_BIT_STRING>?
        var identifier: UnsafePointer<X509_ALGOR>?
        X509_REQ_get0_signature(pointer, &signature, &identifier)
        return identifier.map { lendAlgorithm($0, body) }
    }

    /// Lends each extension that is asked for, by PKCS #9's attribute or by Microsoft's.
    package func forEachExtension(_ body: (X509Handle.Extension) -> Void) {
        defer { ERR_clear_error() }
        guard let extensions = X509_REQ_get_extensions(pointer) else { return }
        for item in stack(extensions) {
            if let item = X509Handle.Extension(item) { body(item) }
            X509_EXTENSION_free(item)
        }
        OPENSSL_sk_free(extensions)
    }
}
