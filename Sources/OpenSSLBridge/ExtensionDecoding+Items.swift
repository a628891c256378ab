internal import COpenSSL

extension ExtensionDecoding {
    /// Lends what one Extension holds; false where the octets are not exactly one.
    package static func item(
        _ encoded: UnsafeBufferPointer<UInt8>,
        _ body: (X509Handle.Extension) -> Void
    ) -> Bool {
        var input = encoded.baseAddress
        guard let decoded = d2i_X509_EXTENSION(nil, &input, encoded.count) else {
            ERR_clear_error()
            return false
        }
        defer { X509_EXTENSION_free(decoded) }
        guard input == encoded.baseAddress?.advanced(by: encoded.count),
            let item = X509Handle.Extension(decoded)
        else { return false }
        body(item)
        return true
    }
}
