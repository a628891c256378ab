internal import COpenSSL

/// A part of a certificate that OpenSSL can decode by itself.
package enum CertificatePart: Sendable {
    case integer, algorithm, name, validity, publicKey, extensionItem

    /// What keeps octets from being exactly one such part, nil where nothing does.
    package func complaint(about der: some Collection<UInt8>) -> String? {
        let octets = Array(der)
        return octets.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            guard let decoded = ASN1_item_d2i(nil, &input, buffer.count, item) else {
                return OpenSSLError.drain().description
            }
            ASN1_item_free(decoded, item)
            // A key that no provider decodes leaves its complaint behind although the part is whole.
            ERR_clear_error()
            return input == buffer.baseAddress?.advanced(by: buffer.count) ? nil : "data after it"
        }
    }

    private var item: OpaquePointer? {
        switch self {
        case .integer: ASN1_INTEGER_it()
        case .algorithm: X509_ALGOR_it()
        case .name: X509_NAME_it()
        case .validity: X509_VAL_it()
        case .publicKey: X509_PUBKEY_it()
        case .extensionItem: X509_EXTENSION_it()
        }
    }
}
