internal import IDNA
internal import OpenSSLBridge

/// The system's libraries that this process runs with.
package enum LinkedLibraries {
    /// Name, version and date of OpenSSL, such as `OpenSSL 3.0.17 1 Jul 2025`.
    package static var openSSL: String { LinkedOpenSSL.version }
    /// The version of libidn2, such as `2.3.3`.
    package static var libidn2: String { IDNAMapping.libraryVersion }
}
