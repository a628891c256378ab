internal import COpenSSL
internal import CertificateTemplate

/// Reads a Name.
package enum NameDecoding {
    /// Lends each attribute in encoded order; false where the octets are not a Name.
    package static func forEachAttribute(
        ofNameDER der: UnsafeBufferPointer<UInt8>,
        _ body: (X509Handle.NameAttribute) -> Void
    ) -> Bool {
        var input = der.baseAddress
        guard let name = chaincheck_name_decode(&input, der.count) else {
            ERR_clear_error()
            return false
        }
        defer { chaincheck_name_free(name) }
        guard input == der.baseAddress?.advanced(by: der.count) else { return false }
        var isPlain = der.count <= longestPlain
        forEachAttribute(of: name) { isPlain = isPlain && Self.isPlain($0) }
        guard isPlain || hasCanonicalForm(der) else { return false }
        forEachAttribute(of: name, body)
        return true
    }

    /// Well below what `d2i_X509_NAME` takes.
    private static let longestPlain = 0x1_0000

    /// Whether it goes without saying that OpenSSL converts a value to UTF-8, for its canonical form.
    private static func isPlain(_ attribute: X509Handle.NameAttribute) -> Bool {
        if attribute.value.allSatisfy({ $0 < 0x80 }) {
            return attribute.tag != V_ASN1_BMPSTRING && attribute.tag != V_ASN1_UNIVERSALSTRING
        }
        return attribute.tag == V_ASN1_UTF8STRING && String(validating: attribute.value, as: UTF8.self) != nil
    }

    /// Whether OpenSSL's own template takes a Name, for which it makes a canonical form: at four times the cost of ours.
    private static func hasCanonicalForm(_ der: UnsafeBufferPointer<UInt8>) -> Bool {
        var input = der.baseAddress
        guard let name = d2i_X509_NAME(nil, &input, der.count) else {
            ERR_clear_error()
            return false
        }
        X509_NAME_free(name)
        return input == der.baseAddress?.advanced(by: der.count)
    }

    private static func forEachAttribute(of name: OpaquePointer, _ body: (X509Handle.NameAttribute) -> Void) {
        for index in 0..<max(0, OPENSSL_sk_num(name)) {
            guard let relativeName = OPENSSL_sk_value(name, index).map(OpaquePointer.init) else { continue }
            for place in 0..<max(0, OPENSSL_sk_num(relativeName)) {
                guard let entry = OPENSSL_sk_value(relativeName, place).map(OpaquePointer.init),
                    let value = X509_NAME_ENTRY_get_data(entry)
                else { continue }
                body(
                    X509Handle.NameAttribute(
                        type: octets(of: X509_NAME_ENTRY_get_object(entry)),
                        tag: value.pointee.type,
                        value: octets(of: value),
                        relativeName: index
                    )
                )
            }
        }
    }
}
