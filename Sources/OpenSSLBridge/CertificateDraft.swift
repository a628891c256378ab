internal import COpenSSL

/// What a certificate shall hold that is made to be judged.
package struct CertificateDraft {
    /// One extension, its value as DER.
    package struct Extension {
        package let identifier: String
        package let isCritical: Bool
        package let value: [UInt8]

        package init(_ identifier: String, isCritical: Bool = false, value: [UInt8]) {
            self.identifier = identifier
            self.isCritical = isCritical
            self.value = value
        }
    }

    /// Names and key as DER; the key is taken over as it is, whether OpenSSL can decode it or not.
    package var subject: [UInt8]
    package var issuer: [UInt8]
    package var subjectPublicKeyInfo: [UInt8]
    /// Seconds since 1970.
    package var notBefore: Int64
    package var notAfter: Int64
    package var extensions: [Extension]

    package init(
        subject: [UInt8],
        issuer: [UInt8],
        subjectPublicKeyInfo: [UInt8],
        notBefore: Int64,
        notAfter: Int64,
        extensions: [Extension]
    ) {
        self.subject = subject
        self.issuer = issuer
        self.subjectPublicKeyInfo = subjectPublicKeyInfo
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.extensions = extensions
    }

    /// The certificate's DER, signed by a key.
    package func signed(by key: ThrowawayKey, hash: String) throws(OpenSSLError) -> [UInt8] {
        guard let certificate = X509_new() else { throw .drain() }
        defer { X509_free(certificate) }
        var serial = [UInt8](repeating: 0, count: 16)
        let isRandom = RAND_bytes(&serial, Int32(serial.count)) == 1
        // Positive, and never short of an octet.
        serial[0] = serial[0] & 0x3f | 0x40
        guard isRandom, X509_set_version(certificate, 2) == 1,
            let number = BN_bin2bn(serial, Int32(serial.count), nil)
        else { throw .drain() }
        defer { BN_free(number) }
        guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil,
            ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(notBefore)) != nil,
            ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(notAfter)) != nil
        else { throw .drain() }
        try Self.setName(subject) { X509_set_subject_name(certificate, $0) }
        try Self.setName(issuer) { X509_set_issuer_name(certificate, $0) }
        try setKey(of: certificate)
        for item in extensions { try Self.add(item, to: certificate) }
        guard let digest = EVP_MD_fetch(nil, hash, nil) else { throw .drain() }
        defer { EVP_MD_free(digest) }
        guard X509_sign(certificate, key.pointer, digest) > 0 else { throw .drain() }
        let count = i2d_X509(certificate, nil)
        guard count > 0 else { throw .drain() }
        ERR_clear_error()
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            var output = buffer.baseAddress
            initialized = Int(max(0, i2d_X509(certificate, &output)))
        }
    }
}

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

/// A private key made for one certificate that is judged and never used.
package final class ThrowawayKey {
    /// What kind of key to make.
    package enum Kind: Sendable, Hashable {
        case rsa(bits: Int)
        /// A curve by the name that NIST gave it, such as `P-256`.
        case curve(String)
    }

    let pointer: OpaquePointer

    /// Makes a key: microseconds for a curve, a tenth of a second for RSA of 2048 bits, seconds for 4096.
    package init(_ kind: Kind) throws(OpenSSLError) {
        let algorithm =
            switch kind {
            case .rsa: "RSA"
            case .curve: "EC"
            }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) else { throw .drain() }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1 else { throw .drain() }
        let isSet =
            switch kind {
            case .rsa(let bits): EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits))
            case .curve(let name): EVP_PKEY_CTX_set_group_name(context, name)
            }
        var key: OpaquePointer?
        guard isSet == 1, EVP_PKEY_generate(context, &key) == 1, let key else { throw .drain() }
        pointer = key
    }

    deinit { EVP_PKEY_free(pointer) }

    /// The DER of the SubjectPublicKeyInfo.
    package var subjectPublicKeyInfo: [UInt8] {
        let count = i2d_PUBKEY(pointer, nil)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            var output = buffer.baseAddress
            initialized = Int(max(0, i2d_PUBKEY(pointer, &output)))
        }
    }
}

// The key is never changed after init. OpenSSL counts references to an EVP_PKEY atomically and guards its caches with
// the key's own lock.
extension ThrowawayKey: @unchecked Sendable {}
