internal import COpenSSL

/// Reads the certificates of a CMS message that is in BER, as Java and some mail programs write it.
///
/// Messages in DER need no more than their frame and are walked without OpenSSL, which keeps each certificate's
/// octets as they are.
package enum PKCS7Reader {
    /// The certificates of a SignedData, nil where the octets are no CMS message.
    package static func certificates(inBER octets: [UInt8]) -> [[UInt8]]? {
        octets.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            guard let message = d2i_CMS_ContentInfo(nil, &input, buffer.count) else {
                ERR_clear_error()
                return nil
            }
            defer {
                CMS_ContentInfo_free(message)
                ERR_clear_error()
            }
            guard let certificates = CMS_get1_certs(message) else { return [] }
            let items = stack(certificates)
            defer {
                for item in items { X509_free(item) }
                OPENSSL_sk_free(certificates)
            }
            return items.map { item in
                let count = max(0, i2d_X509(item, nil))
                return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
                    var output = buffer.baseAddress
                    initialized = Int(max(0, i2d_X509(item, &output)))
                }
            }
        }
    }
}

/// Checks a PKCS #7 1.5 message whose content is neither data nor an OCTET STRING, as Microsoft's lists are.
///
/// CMS functions refuse such a message. PKCS7_verify takes it when it is handed the content beside the message: the
/// octets of the content's SEQUENCE without its tag and length, which is what PKCS #7 1.5, 9.3 digests.
package struct PKCS7Signature: Sendable {
    /// The octets that were signed.
    package let content: [UInt8]
    /// The DER of the one signer's certificate.
    package let signer: [UInt8]
    /// The DER of every certificate that the message carries.
    package let certificates: [[UInt8]]

    /// Verifies the message with one trust anchor at a time in seconds since 1970.
    package init(
        verifying message: UnsafeBufferPointer<UInt8>,
        anchor: UnsafeBufferPointer<UInt8>,
        at seconds: Int64
    ) throws(OpenSSLError) {
        var input = message.baseAddress
        guard let pkcs7 = d2i_PKCS7(nil, &input, message.count) else { throw .drain() }
        defer { PKCS7_free(pkcs7) }
        guard input == message.baseAddress?.advanced(by: message.count) else {
            throw OpenSSLError(text: "data after the message")
        }
        guard let content = Self.content(of: pkcs7) else { throw OpenSSLError(text: "no signed sequence") }
        let store = try Self.store(anchor: anchor, seconds: seconds)
        defer { X509_STORE_free(store) }
        guard let source = BIO_new_mem_buf(content, Int32(content.count)) else { throw .drain() }
        defer { BIO_free(source) }
        guard PKCS7_verify(pkcs7, nil, store, source, nil, PKCS7_BINARY) == 1 else { throw .drain() }

        guard let signers = PKCS7_get0_signers(pkcs7, nil, 0) else { throw .drain() }
        defer { OPENSSL_sk_free(signers) }
        let encodings = stack(signers).map(Self.encoding)
        guard let signer = encodings.first, encodings.count == 1 else {
            throw OpenSSLError(text: "\(encodings.count) signers where one is due")
        }
        self.content = content
        self.signer = signer
        certificates = pkcs7.pointee.d.sign.pointee.cert.map { stack($0).map(Self.encoding) } ?? []
    }

    private static func content(of pkcs7: UnsafeMutablePointer<PKCS7>) -> [UInt8]? {
        guard OBJ_obj2nid(pkcs7.pointee.type) == NID_pkcs7_signed, let signed = pkcs7.pointee.d.sign,
            let inner = signed.pointee.contents, let other = inner.pointee.d.other,
            other.pointee.type == V_ASN1_SEQUENCE, let sequence = other.pointee.value.sequence
        else { return nil }
        var start = ASN1_STRING_get0_data(sequence)
        var length = 0
        var tag: Int32 = 0
        var tagClass: Int32 = 0
        let whole = octets(of: sequence)
        let flags = ASN1_get_object(&start, &length, &tag, &tagClass, whole.count)
        guard flags & 0x80 == 0, tag == V_ASN1_SEQUENCE else {
            ERR_clear_error()
            return nil
        }
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    private static func store(
        anchor: UnsafeBufferPointer<UInt8>,
        seconds: Int64
    ) throws(OpenSSLError) -> OpaquePointer {
        var input = anchor.baseAddress
        guard let certificate = d2i_X509(nil, &input, anchor.count) else { throw .drain() }
        defer { X509_free(certificate) }
        guard let store = X509_STORE_new(), let parameters = X509_STORE_get0_param(store) else {
            throw .drain()
        }
        // The signer's key purpose is none that OpenSSL knows; the caller checks it.
        X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY)
        X509_VERIFY_PARAM_set_time(parameters, time_t(seconds))
        guard X509_STORE_add_cert(store, certificate) == 1 else {
            let error = OpenSSLError.drain()
            X509_STORE_free(store)
            throw error
        }
        return store
    }

    private static func encoding(_ certificate: OpaquePointer) -> [UInt8] {
        let count = i2d_X509(certificate, nil)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
            var output = buffer.baseAddress
            written = Int(max(0, i2d_X509(certificate, &output)))
        }
    }
}

extension OpenSSLError {
    fileprivate init(text: String) {
        self.init(entries: [Entry(library: 0, reason: 0, text: text)])
    }
}
