internal import COpenSSL

/// Reads the certificates of a CMS message that is in BER, as Java and some mail programs write it.
///
/// Messages in DER need no more than their frame and are walked without OpenSSL, which keeps each certificate's
/// octets as they are.
package enum PKCS7Reader {
    /// The certificates of a SignedData, nil where the octets are no CMS message.
    package static func certificates(inBER octets: [UInt8]) -> [[UInt8]]? {
        octets.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            guard let message = d2i_CMS_ContentInfo(nil, &input, buffer.count) else {
                ERR_clear_error()
                return nil
            }
            defer {
                CMS_ContentInfo_free(message)
                ERR_clear_error()
            }
            guard let certificates = CMS_get1_certs(message) else { return [] }
            let items = stack(certificates)
            defer {
                for item in items { X509_free(item) }
                OPENSSL_sk_free(certificates)
            }
            return items.map { item in
                let count = max(0, i2d_X509(item, nil))
                return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
                    var output = buffer.baseAddress
                    initialized = Int(max(0, i2d_X509(item, &output)))
                }
            }
        }
    }
}
