internal import COpenSSL

/// OpenSSL's own templates of a certificate and its parts, to hold others against.
public enum OpenSSLTemplate {
    /// Whether `d2i_X509` takes octets, all of them.
    public static func takes(_ der: [UInt8]) -> Bool {
        defer { ERR_clear_error() }
        return der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            guard let certificate = d2i_X509(nil, &input, buffer.count) else { return false }
            X509_free(certificate)
            return input == buffer.baseAddress?.advanced(by: buffer.count)
        }
    }

    /// Whether `d2i_X509_NAME` takes octets, all of them.
    public static func takes(name der: [UInt8]) -> Bool {
        defer { ERR_clear_error() }
        return der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            guard let name = d2i_X509_NAME(nil, &input, buffer.count) else { return false }
            X509_NAME_free(name)
            return input == buffer.baseAddress?.advanced(by: buffer.count)
        }
    }
}
