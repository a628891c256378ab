#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A regular file that is open for reading; it is closed where the value ends.
struct RegularFile: ~Copyable {
    /// Without O_NONBLOCK a pipe that somebody named would hold the audit for ever.
    static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

    private let descriptor: Int32
    /// Its octets when it was opened.
    let size: Int

    /// Opens a file by a path in the form of ``ReportedPath``; what is no regular file is not read from.
    init(_ path: String) throws(FileOctets.Failure) {
        let descriptor = ReportedPath.withSystemPath(of: path) { open($0, Self.flags) }
        guard descriptor >= 0 else { throw .system(errno) }
        var status = stat()
        let failure: FileOctets.Failure? =
            if fstat(descriptor, &status) != 0 {
                .system(errno)
            } else if status.st_mode & S_IFMT != S_IFREG {
                .notRegular(isFolder: status.st_mode & S_IFMT == S_IFDIR)
            } else { nil }
        if let failure {
            close(descriptor)
            throw failure
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Up to `count` octets from an offset on; fewer only where the file ends.
    func octets(from offset: Int, count: Int) throws(FileOctets.Failure) -> [UInt8] {
        try Self.octets(of: descriptor, from: offset, count: count)
    }

    /// The same of a regular file that somebody else has open.
    static func octets(of descriptor: Int32, from offset: Int, count: Int) throws(FileOctets.Failure)
        -> [UInt8]
    {
        guard count > 0 else { return [] }
        var error: Int32 = 0
        let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            while filled < count, let base = memory.baseAddress {
                let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
                if got > 0 {
                    filled += got
                    // A regular file gives less than asked for only at its end.
                    if filled < count { break }
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    error = errno
                    break
                }
            }
        }
        guard error == 0 else { throw .system(error) }
        return octets
    }
}
