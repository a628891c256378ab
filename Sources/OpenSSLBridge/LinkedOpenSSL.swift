internal import COpenSSL

/// The OpenSSL that this process runs with, which need not be the one it was built with.
public enum LinkedOpenSSL {
    /// Name, version and date in OpenSSL's words, such as `OpenSSL 3.0.17 1 Jul 2025`.
    public static var version: String {
        OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "OpenSSL"
    }
}
