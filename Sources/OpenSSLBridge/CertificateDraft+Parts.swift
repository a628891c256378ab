internal import COpenSSL

// The parts of a certificate, set from DER.
extension CertificateDraft {
    static func setName(_ der: [UInt8], _ set: (OpaquePointer) -> Int32) throws(OpenSSLError) {
        var name: OpaquePointer?
        der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            name = d2i_X509_NAME(nil, &input, buffer.count)
        }
        guard let name else { throw .drain() }
        defer { X509_NAME_free(name) }
        guard set(name) == 1 else { throw .drain() }
    }

    /// Sets the key's parts rather than the key, so that one which does not decode keeps its octets.
    func setKey(of certificate: OpaquePointer) throws(OpenSSLError) {
        var info: OpaquePointer?
        subjectPublicKeyInfo.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            info = d2i_X509_PUBKEY(nil, &input, buffer.count)
        }
        guard let info else { throw .drain() }
        defer { X509_PUBKEY_free(info) }
        var identifier: UnsafeMutablePointer<X509_ALGOR>?
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        let target = X509_get_X509_PUBKEY(certificate)
        var targetAlgorithm: UnsafeMutablePointer<X509_ALGOR>?
        guard X509_PUBKEY_get0_param(nil, &start, &count, &identifier, info) == 1,
            let copy = Self.copy(start, count)
        else { throw .drain() }
        // Takes the copy over.
        guard
            X509_PUBKEY_set0_param(target, OBJ_nid2obj(NID_rsaEncryption), V_ASN1_UNDEF, nil, copy, count)
                == 1,
            X509_PUBKEY_get0_param(nil, nil, nil, &targetAlgorithm, target) == 1,
            X509_ALGOR_copy(targetAlgorithm, identifier) == 1
        else { throw .drain() }
    }

    private static func copy(_ start: UnsafePointer<UInt8>?, _ count: Int32)
        -> UnsafeMutablePointer<UInt8>?
    {
        guard let start, count > 0, let copy = CRYPTO_memdup(start, Int(count), #file, #line) else {
            return nil
        }
        return copy.assumingMemoryBound(to: UInt8.self)
    }

    static func add(_ item: Extension, to certificate: OpaquePointer) throws(OpenSSLError) {
        guard let object = OBJ_txt2obj(item.identifier, 1), let value = ASN1_OCTET_STRING_new() else {
            throw .drain()
        }
        defer {
            ASN1_OBJECT_free(object)
            ASN1_OCTET_STRING_free(value)
        }
        guard ASN1_OCTET_STRING_set(value, item.value, Int32(item.value.count)) == 1,
            let made = X509_EXTENSION_create_by_OBJ(nil, object, item.isCritical ? 1 : 0, value)
        else { throw .drain() }
        defer { X509_EXTENSION_free(made) }
        guard X509_add_ext(certificate, made, -1) == 1 else { throw .drain() }
    }
}
