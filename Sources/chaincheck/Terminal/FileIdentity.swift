#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Which file a path leads to, whatever it is called.
struct FileIdentity: Hashable {
    private let device: UInt64
    private let number: UInt64

    /// Nil where there is no such file.
    init?(_ path: String) {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        device = UInt64(information.st_dev)
        number = UInt64(information.st_ino)
    }
}
