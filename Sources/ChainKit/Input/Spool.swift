#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A file without a name, in which octets are laid down and taken up again.
///
/// Made in a folder for temporary files and removed from it at once: nobody else finds it, only its owner could open it, and
/// it is gone with the process, however that ends.
final class Spool: Sendable {
    private let descriptor: Int32
    /// Octets that may be laid down: a quarter of what is free, as others need room as well.
    let room: Int

    /// Nil where the folder takes no file.
    init?(folder: String) {
        var path = Array((folder + "/chaincheck-XXXXXX").utf8CString)
        descriptor = path.withUnsafeMutableBufferPointer { path in
            guard let start = path.baseAddress else { return -1 }
            let descriptor = mkstemp(start)
            guard descriptor >= 0 else { return descriptor }
            unlink(start)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
        var system = statvfs()
        guard descriptor >= 0, fstatvfs(descriptor, &system) == 0 else {
            room = 0
            return nil
        }
        room = Int(clamping: UInt64(system.f_bavail) / 4 &* UInt64(system.f_frsize))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Lays octets down at an offset; false where there is no room for them all, and then none count.
    func write(_ octets: [UInt8], at offset: Int) -> Bool {
        octets.withUnsafeBytes { octets in
            var done = 0
            while done < octets.count, let start = octets.baseAddress {
                let count = pwrite(descriptor, start + done, octets.count - done, off_t(offset + done))
                if count > 0 { done += count } else if count == 0 || errno != EINTR { return false }
            }
            return true
        }
    }

    /// Takes so many octets up from an offset; nil where they cannot be had.
    func read(_ count: Int, at offset: Int) -> [UInt8]? {
        let octets = try? RegularFile.octets(of: descriptor, from: offset, count: count)
        return octets?.count == count ? octets : nil
    }
}
