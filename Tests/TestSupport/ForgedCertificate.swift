internal import COpenSSL

/// Makes certificates for tests.
package enum Forge {
    /// A self-signed root.
    package static func authority(
        _ commonName: String,
        _ adjust: (inout CertificateTemplate) -> Void = { _ in }
    ) -> ForgedCertificate {
        var template = CertificateTemplate.authority(commonName)
        template.hasAuthorityKeyIdentifier = false
        adjust(&template)
        return ForgedCertificate(template, issuer: nil)
    }

    /// A self-signed server certificate, as Exchange makes one at set-up.
    package static func selfSigned(
        _ commonName: String,
        _ adjust: (inout CertificateTemplate) -> Void = { _ in }
    ) -> ForgedCertificate {
        var template = CertificateTemplate(commonName: commonName)
        template.names = [commonName]
        adjust(&template)
        return ForgedCertificate(template, issuer: nil)
    }
}

/// A certificate made for a test, with its private key.
package struct ForgedCertificate: Sendable {
    package let der: [UInt8]
    package let key: ForgedKey
    /// Attributes of the subject in order.
    package let attributes: [(type: String, value: String)]
    /// The DER of the subject.
    package let name: [UInt8]
    let keyIdentifier: [UInt8]
    /// Content octets of the serial number's INTEGER.
    package let serial: [UInt8]

    /// Issues a server certificate; `names` are the dNSNames, the subject alone unless given.
    package func issue(
        _ commonName: String,
        names: [String]? = nil,
        _ adjust: (inout CertificateTemplate) -> Void = { _ in }
    ) -> ForgedCertificate {
        var template = CertificateTemplate(commonName: commonName)
        template.names = names ?? [commonName]
        adjust(&template)
        return ForgedCertificate(template, issuer: self)
    }

    /// Issues a subordinate certification authority.
    package func authority(
        _ commonName: String,
        _ adjust: (inout CertificateTemplate) -> Void = { _ in }
    ) -> ForgedCertificate {
        var template = CertificateTemplate.authority(commonName)
        adjust(&template)
        return ForgedCertificate(template, issuer: self)
    }

    /// Makes a certificate; without an issuer it is self-signed.
    package init(_ template: CertificateTemplate, issuer: ForgedCertificate?) {
        let key = template.key ?? .fresh(.p256)
        let certificate = must(X509_new())
        defer { X509_free(certificate) }
        must(X509_set_version(certificate, template.version - 1))
        let number = template.serial ?? [1] + (0..<15).map { _ in UInt8.random(in: 0...255) }
        self.serial = number
        let serial = decoded(DERWriter.element(0x02, number)) { d2i_ASN1_INTEGER(nil, $0, $1) }
        defer { ASN1_INTEGER_free(serial) }
        must(X509_set_serialNumber(certificate, serial))
        attributes = template.subject
        name = Self.name(template.subject)
        Self.withName(name) { must(X509_set_subject_name(certificate, $0)) }
        let issuerName = template.issuer.map(Self.name) ?? issuer?.name ?? name
        Self.withName(issuerName) { must(X509_set_issuer_name(certificate, $0)) }
        must(ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), template.notBefore))
        must(ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), template.notAfter))
        must(X509_set_pubkey(certificate, key.pointer))
        keyIdentifier = [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
            var length: UInt32 = 0
            must(X509_pubkey_digest(certificate, EVP_sha1(), buffer.baseAddress, &length))
            count = Int(length)
        }
        if template.version >= 3 {
            let authority = issuer?.keyIdentifier ?? keyIdentifier
            for item in template.allExtensions(keyIdentifier: keyIdentifier, authority: authority) {
                Self.add(item, to: certificate)
            }
        }
        let signer = issuer?.key ?? key
        // EdDSA takes no digest.
        let hash = EVP_PKEY_get_base_id(signer.pointer) == EVP_PKEY_ED25519 ? nil : template.hash.rawValue
        must(X509_sign(certificate, signer.pointer, hash.flatMap { EVP_get_digestbyname($0) }))
        der = encoded { i2d_X509(certificate, $0) }
        self.key = key
    }

    /// SHA-1 in upper-case hexadecimal, as Windows names certificates.
    package var thumbprint: String { ExchangeCertificateTemplate(der: der).thumbprint }

    /// Lends an `X509 *`.
    func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        let certificate = decoded(der) { d2i_X509(nil, $0, $1) }
        defer { X509_free(certificate) }
        return body(certificate)
    }

    /// The DER of a distinguished name, each attribute in its own RDN.
    package static func name(_ attributes: [(type: String, value: String)]) -> [UInt8] {
        let name = must(X509_NAME_new())
        defer { X509_NAME_free(name) }
        for (type, value) in attributes {
            // MBSTRING_UTF8 is a macro with a cast, which Swift cannot import: MBSTRING_FLAG (0x1000).
            must(X509_NAME_add_entry_by_txt(name, type, 0x1000, value, Int32(value.utf8.count), -1, 0))
        }
        return encoded { i2d_X509_NAME(name, $0) }
    }

    static func withName(_ der: [UInt8], _ body: (OpaquePointer) -> Void) {
        let name = decoded(der) { d2i_X509_NAME(nil, $0, $1) }
        defer { X509_NAME_free(name) }
        body(name)
    }

    private static func add(_ item: ForgedExtension, to certificate: OpaquePointer) {
        let object = must(OBJ_txt2obj(item.identifier, 0))
        let value = ASN1_OCTET_STRING_new()
        defer {
            ASN1_OBJECT_free(object)
            ASN1_OCTET_STRING_free(value)
        }
        must(ASN1_OCTET_STRING_set(value, item.value, Int32(item.value.count)))
        let made = X509_EXTENSION_create_by_OBJ(nil, object, item.isCritical ? 1 : 0, value)
        defer { X509_EXTENSION_free(made) }
        must(X509_add_ext(certificate, made, -1))
    }
}
