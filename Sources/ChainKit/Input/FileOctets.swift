#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Reads a whole file with open, fstat, pread and close: 3 us, a third of what mapping a small file costs.
package enum FileOctets {
    package enum Failure: Error, Equatable {
        case system(Int32)
        case notRegular(isFolder: Bool)
        case tooLarge

        /// What a record says of it.
        var problemCode: FileProblemCode {
            switch self {
            case .system(EMFILE), .system(ENFILE): .tooManyOpenFiles
            case .system: .unreadable
            case .notRegular(let isFolder): isFolder ? .unreadable : .notACertificate
            case .tooLarge: .tooLarge
            }
        }

        /// The system's words for an error number.
        static func words(_ number: Int32) -> String {
            var buffer = [CChar](repeating: 0, count: 128)
            guard strerror_r(number, &buffer, buffer.count - 1) == 0 else { return "error \(number)" }
            return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .lowercased()
        }
    }

    package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        try read(RegularFile(path), limit: limit)
    }

    static func read(_ file: borrowing RegularFile, limit: Int) throws(Failure) -> [UInt8] {
        let size = file.size
        guard size <= limit else { throw .tooLarge }
        // One octet more, so that the end is seen in the same call.
        var octets = try file.octets(from: 0, count: size + 1)
        // Reads to the end: a file may grow meanwhile, and those of /proc have no size.
        while octets.count > size {
            let more = try file.octets(from: octets.count, count: 1 << 16)
            octets += more
            guard octets.count <= limit else { throw .tooLarge }
            if more.count < 1 << 16 { break }
        }
        return octets
    }
}

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
