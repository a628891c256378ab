internal import IDNA
internal import OpenSSLBridge

/// The system's libraries that this process runs with.
public enum LinkedLibraries {
    /// Name, version and date of OpenSSL, such as `OpenSSL 3.0.17 1 Jul 2025`.
    public static var openSSL: String { LinkedOpenSSL.version }
    /// The version of libidn2, such as `2.3.3`.
    public static var libidn2: String { IDNAMapping.libraryVersion }
}
