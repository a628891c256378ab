internal import COpenSSL

/// What a test request shall hold; the defaults are those of a good one.
package struct CertificateRequestTemplate: Sendable {
    /// Attributes of the subject in order; types as OpenSSL names them.
    package var subject: [(type: String, value: String)]
    /// The key; nil makes a new P-256 key.
    package var key: ForgedKey?
    /// The key that signs in place of the request's own.
    package var signer: ForgedKey?
    /// dNSNames of the subjectAltName asked for, as octets.
    package var names: [[UInt8]] = []
    /// iPAddresses of the subjectAltName asked for.
    package var addresses: [[UInt8]] = []
    /// Purposes asked for; none for no extension.
    package var extendedKeyUsage: [String] = []
    /// Whether extensions stand in Microsoft's attribute instead of PKCS #9's.
    package var usesMicrosoftAttribute = false

    /// Makes a template; the names are the common name alone unless given.
    package init(_ commonName: String, names: [String]? = nil) {
        subject = [("CN", commonName)]
        self.names = (names ?? [commonName]).map { Array($0.utf8) }
    }

    /// The request's DER.
    package var der: [UInt8] {
        let key = key ?? .fresh(.p256)
        let request = must(X509_REQ_new())
        defer { X509_REQ_free(request) }
        ForgedCertificate.withName(ForgedCertificate.name(subject)) {
            must(X509_REQ_set_subject_name(request, $0))
        }
        must(X509_REQ_set_pubkey(request, key.pointer))
        let extensions = extensions
        if !extensions.isEmpty {
            let stack = OPENSSL_sk_new_null()
            defer { OPENSSL_sk_free(stack) }
            for item in extensions {
                OPENSSL_sk_push(stack, UnsafeRawPointer(Self.made(item)))
            }
            let attribute = usesMicrosoftAttribute ? NID_ms_ext_req : NID_ext_req
            must(X509_REQ_add_extensions_nid(request, stack, attribute))
            for index in 0..<OPENSSL_sk_num(stack) {
                X509_EXTENSION_free(OPENSSL_sk_value(stack, index).map { OpaquePointer($0) })
            }
        }
        let signer = signer ?? key
        let isPure = EVP_PKEY_get_base_id(signer.pointer) == EVP_PKEY_ED25519
        must(X509_REQ_sign(request, signer.pointer, isPure ? nil : EVP_sha256()))
        return encoded { i2d_X509_REQ(request, $0) }
    }

    /// The request as PEM, under the label that Exchange writes.
    package var pem: String { PEMWriter.block("NEW CERTIFICATE REQUEST", der) }

    private var extensions: [ForgedExtension] {
        let general =
            names.flatMap { DERWriter.element(0x82, $0) } + addresses.flatMap { DERWriter.element(0x87, $0) }
        var all: [ForgedExtension] = []
        if !general.isEmpty {
            all.append(ForgedExtension("subjectAltName", value: DERWriter.sequence(general)))
        }
        if !extendedKeyUsage.isEmpty {
            let purposes = extendedKeyUsage.flatMap(DERWriter.identifier)
            all.append(ForgedExtension("extendedKeyUsage", value: DERWriter.sequence(purposes)))
        }
        return all
    }

    private static func made(_ item: ForgedExtension) -> OpaquePointer {
        let object = must(OBJ_txt2obj(item.identifier, 0))
        let value = ASN1_OCTET_STRING_new()
        defer {
            ASN1_OBJECT_free(object)
            ASN1_OCTET_STRING_free(value)
        }
        must(ASN1_OCTET_STRING_set(value, item.value, Int32(item.value.count)))
        return must(X509_EXTENSION_create_by_OBJ(nil, object, item.isCritical ? 1 : 0, value))
    }
}
