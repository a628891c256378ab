internal import COpenSSL

/// How a PKCS #12 is encrypted.
package enum ForgedPKCS12Style: Sendable {
    /// PBES2 with AES-256 and PBKDF2, MAC with SHA-256.
    case modern
    /// Certificates under RC2-40, key under 3DES, as Windows and OpenSSL 1 wrote them.
    case legacyRC2
    /// Certificates and key under 3DES.
    case legacy3DES
}

extension ForgedCertificate {
    /// A PKCS #12 of this certificate, its key unless `withKey` is false, and `others`.
    package func pkcs12(
        password: String?,
        others: [ForgedCertificate] = [],
        style: ForgedPKCS12Style = .modern,
        withKey: Bool = true,
        iterations: Int = 2_048
    ) -> [UInt8] {
        let (keyCipher, certificateCipher) =
            switch style {
            case .modern: (NID_aes_256_cbc, NID_aes_256_cbc)
            case .legacyRC2: (NID_pbe_WithSHA1And3_Key_TripleDES_CBC, NID_pbe_WithSHA1And40BitRC2_CBC)
            case .legacy3DES: (NID_pbe_WithSHA1And3_Key_TripleDES_CBC, NID_pbe_WithSHA1And3_Key_TripleDES_CBC)
            }
        // RC2 lives in the legacy provider; a context of its own keeps the default one as it is for other tests.
        let context = must(OSSL_LIB_CTX_new())
        let providers = ["default", "legacy"].map { (name: String) in OSSL_PROVIDER_load(context, name) }
        defer {
            for provider in providers { OSSL_PROVIDER_unload(provider) }
            OSSL_LIB_CTX_free(context)
        }
        return Self.withStack(others) { stack in
            withPointer { certificate in
                let made = PKCS12_create_ex(
                    password,
                    nil,
                    withKey ? key.pointer : nil,
                    certificate,
                    stack,
                    keyCipher,
                    certificateCipher,
                    Int32(iterations),
                    Int32(iterations),
                    0,
                    context,
                    nil
                )
                defer { PKCS12_free(made) }
                return encoded { i2d_PKCS12(must(made), $0) }
            }
        }
    }

    /// A PKCS #7 that carries certificates and nothing else, as Windows exports a chain.
    package static func pkcs7(_ certificates: [ForgedCertificate]) -> [UInt8] {
        let message = must(PKCS7_new())
        defer { PKCS7_free(message) }
        must(PKCS7_set_type(message, NID_pkcs7_signed))
        must(PKCS7_content_new(message, NID_pkcs7_data))
        for certificate in certificates {
            certificate.withPointer { must(PKCS7_add_certificate(message, $0)) }
        }
        return encoded { i2d_PKCS7(message, $0) }
    }

    /// A certificate request for this certificate's subject, signed with its key.
    package var request: [UInt8] {
        let request = must(X509_REQ_new())
        defer { X509_REQ_free(request) }
        Self.withName(name) { must(X509_REQ_set_subject_name(request, $0)) }
        must(X509_REQ_set_pubkey(request, key.pointer))
        must(X509_REQ_sign(request, key.pointer, EVP_sha256()))
        return encoded { i2d_X509_REQ(request, $0) }
    }

    /// An empty revocation list of this authority's.
    package var revocationList: [UInt8] {
        let list = must(X509_CRL_new())
        defer { X509_CRL_free(list) }
        must(X509_CRL_set_version(list, 1))
        Self.withName(name) { must(X509_CRL_set_issuer_name(list, $0)) }
        let time = must(ASN1_TIME_new())
        defer { ASN1_TIME_free(time) }
        must(ASN1_TIME_set_string_X509(time, "20260101000000Z"))
        must(X509_CRL_set1_lastUpdate(list, time))
        must(X509_CRL_set1_nextUpdate(list, time))
        must(X509_CRL_sign(list, key.pointer, EVP_sha256()))
        return encoded { i2d_X509_CRL(list, $0) }
    }

    private static func withStack<Result>(
        _ certificates: [ForgedCertificate],
        _ body: (OpaquePointer?) -> Result
    ) -> Result {
        let stack = OPENSSL_sk_new_null()
        let pointers = certificates.map { item in decoded(item.der) { d2i_X509(nil, $0, $1) } }
        defer {
            OPENSSL_sk_free(stack)
            for pointer in pointers { X509_free(pointer) }
        }
        for pointer in pointers { OPENSSL_sk_push(stack, UnsafeRawPointer(pointer)) }
        return body(certificates.isEmpty ? nil : stack)
    }
}
