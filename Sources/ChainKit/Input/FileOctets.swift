#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Reads a whole file with open, pread and close: 3 us, a third of what mapping a small file costs.
enum FileOctets {
    enum Failure: Error, Equatable {
        case system(Int32)
        case notRegular(isFolder: Bool)
        case tooLarge

        /// The system's words for an error number.
        static func words(_ number: Int32) -> String {
            var buffer = [CChar](repeating: 0, count: 128)
            guard strerror_r(number, &buffer, buffer.count - 1) == 0 else { return "error \(number)" }
            return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .lowercased()
        }
    }

    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        if let octets = small(path), octets.count <= limit { return octets }
        return try read(RegularFile(path), limit: limit)
    }

    /// What one read of a small file asks for.
    private static let smallSize = 8_192

    /// Reads a file that ends within the first read; nil for any other, and where there is nothing to read or it fails.
    ///
    /// Nearly every file of certificates is one, and to ask for its size and kind before costs an eighth of reading it. What
    /// gives some octets at an offset and then no more is read in either case; ``RegularFile`` says of all else what it is.
    static func small(_ path: String) -> [UInt8]? {
        let descriptor = ReportedPath.withSystemPath(of: path) { open($0, RegularFile.flags) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: smallSize, alignment: 1) { buffer in
            let count = pread(descriptor, buffer.baseAddress, buffer.count, 0)
            guard count > 0, count < buffer.count else { return nil }
            return Array(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
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
