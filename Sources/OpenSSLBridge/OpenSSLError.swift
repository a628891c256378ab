internal import COpenSSL

/// What OpenSSL said about a failure: the entries of its error queue, oldest first.
package struct OpenSSLError: Error, Hashable, Sendable, CustomStringConvertible {
    package struct Entry: Hashable, Sendable {
        package let library: Int32
        package let reason: Int32
        package let text: String
    }

    package let entries: [Entry]

    /// Takes the entries off the calling thread's queue; to be called straight after the failing call.
    static func drain() -> OpenSSLError {
        var entries: [Entry] = []
        while case let code = ERR_get_error(), code != 0 {
            let text = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
            entries.append(
                Entry(
                    library: chaincheck_ERR_GET_LIB(code),
                    reason: chaincheck_ERR_GET_REASON(code),
                    text: text
                )
            )
        }
        return OpenSSLError(entries: entries)
    }

    /// The first entry's text, which is the innermost cause.
    package var description: String { entries.first?.text ?? "unknown error" }
}

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

/// The OpenSSL that this process runs with, which need not be the one it was built with.
public enum LinkedOpenSSL {
    /// Name, version and date in OpenSSL's words, such as `OpenSSL 3.0.17 1 Jul 2025`.
    public static var version: String {
        OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "OpenSSL"
    }
}
