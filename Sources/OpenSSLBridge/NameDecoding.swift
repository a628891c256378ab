internal import COpenSSL

/// Reads a Name that stands alone, as in a name constraint.
package enum NameDecoding {
    /// Lends each attribute in encoded order; false where the octets are not a Name.
    package static func forEachAttribute(
        ofNameDER der: UnsafeBufferPointer<UInt8>,
        _ body: (X509Handle.NameAttribute) -> Void
    ) -> Bool {
        var input = der.baseAddress
        guard let name = d2i_X509_NAME(nil, &input, der.count) else {
            ERR_clear_error()
            return false
        }
        defer { X509_NAME_free(name) }
        guard input == der.baseAddress?.advanced(by: der.count) else { return false }
        forEachAttribute(of: name, body)
        return true
    }

    static func forEachAttribute(of name: OpaquePointer, _ body: (X509Handle.NameAttribute) -> Void) {
        for index in 0..<max(0, X509_NAME_entry_count(name)) {
            guard let entry = X509_NAME_get_entry(name, index), let value = X509_NAME_ENTRY_get_data(entry) else {
                continue
            }
            body(
                X509Handle.NameAttribute(
                    type: octets(of: X509_NAME_ENTRY_get_object(entry)),
                    tag: value.pointee.type,
                    value: octets(of: value),
                    relativeName: X509_NAME_ENTRY_set(entry)
                )
            )
        }
    }
}
