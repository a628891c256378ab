internal import COpenSSL

/// The sole owner of one `X509_CRL *`, parsed to be read and freed when the value's lifetime ends.
///
/// Octets are lent to closures as they stand in OpenSSL's memory, valid for the time of the call only.
package struct X509CRLHandle: ~Copyable {
    package enum TimeRole { case thisUpdate, nextUpdate }

    private let pointer: OpaquePointer

    /// Parses DER; octets after the list are an error.
    package init(der: UnsafeBufferPointer<UInt8>) throws(OpenSSLError) {
        var input = der.baseAddress
        guard let list = d2i_X509_CRL(nil, &input, der.count) else { throw .drain() }
        ERR_clear_error()
        guard input == der.baseAddress?.advanced(by: der.count) else {
            X509_CRL_free(list)
            throw OpenSSLError(entries: [.init(library: 0, reason: 0, text: "data after the list")])
        }
        pointer = list
    }

    deinit { X509_CRL_free(pointer) }

    /// The version as X.509 counts it from 1.
    package var version: Int { X509_CRL_get_version(pointer) + 1 }

    /// Lends a time's text and says whether its tag was UTCTime (23) or GeneralizedTime (24); nil where there is none.
    package func time<Result>(_ role: TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    {
        let time =
            switch role {
            case .thisUpdate: X509_CRL_get0_lastUpdate(pointer)
            case .nextUpdate: X509_CRL_get0_nextUpdate(pointer)
            }
        return time.map { body($0.pointee.type, octets(of: $0)) }
    }

    /// Lends the outer signature algorithm and its parameters.
    package func signatureAlgorithm<Result>(
        _ body: (_ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters) -> Result
    ) -> Result? {
        var signature: UnsafePointer<ASN1_BIT_STRING>?
        var identifier: UnsafePointer<X509_ALGOR>?
        X509_CRL_get0_signature(pointer, &signature, &identifier)
        guard let identifier else { return nil }
        var algorithm: OpaquePointer?
        X509_ALGOR_get0(&algorithm, nil, nil, identifier)
        return body(octets(of: algorithm), AlgorithmParameters(identifier))
    }

    /// Lends each extension of the list in encoded order.
    package func forEachExtension(_ body: (X509Handle.Extension) -> Void) {
        for index in 0..<max(0, X509_CRL_get_ext_count(pointer)) {
            if let item = X509_CRL_get_ext(pointer, index).flatMap(X509Handle.Extension.init) { body(item) }
        }
    }

    /// The entries in strict DER and in encoded order, one behind the other.
    package var encodedEntries: [UInt8] {
        var encoded: [UInt8] = []
        guard let entries = X509_CRL_get_REVOKED(pointer) else { return [] }
        for index in 0..<max(0, OPENSSL_sk_num(entries)) {
            guard let entry = OPENSSL_sk_value(entries, index).map(OpaquePointer.init) else { continue }
            let count = Int(max(0, i2d_X509_REVOKED(entry, nil)))
            encoded += [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                var output = buffer.baseAddress
                initialized = Int(max(0, i2d_X509_REVOKED(entry, &output)))
            }
        }
        return encoded
    }
}

extension X509Handle.Extension {
    /// Reads an `X509_EXTENSION *`.
    init?(_ item: OpaquePointer) {
        guard let value = X509_EXTENSION_get_data(item) else { return nil }
        self.init(
            identifier: octets(of: X509_EXTENSION_get_object(item)),
            isCritical: X509_EXTENSION_get_critical(item) > 0,
            value: octets(of: value)
        )
    }
}
