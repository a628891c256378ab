internal import COpenSSL

/// A library context of its own that also has OpenSSL's legacy provider: RC2, RC4, DES and PKCS #5 version 1.
///
/// Apart from the default context, so that an old container in a folder never makes broken algorithms available to
/// anything else. Loaded when the first such container is met.
final class LegacyContext {
    /// Nil where the provider's module is not installed.
    static let shared = LegacyContext()

    let pointer: OpaquePointer

    private init?() {
        guard let context = OSSL_LIB_CTX_new() else { return nil }
        guard OSSL_PROVIDER_load(context, "default") != nil, OSSL_PROVIDER_load(context, "legacy") != nil
        else {
            OSSL_LIB_CTX_free(context)
            ERR_clear_error()
            return nil
        }
        pointer = context
    }
}

// The pointer is written once, before anybody can see it; OpenSSL guards an OSSL_LIB_CTX with its own locks.
extension LegacyContext: @unchecked Sendable {}
