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
