import ChainKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a path that is to be written stands for, found out without opening anything.
enum ReportTarget {
    /// A regular file, or none yet: the path that links lead to, and what is there.
    case file(path: String, older: stat?)
    /// A device, a pipe or a socket; written to as it is.
    case special(path: String)
    /// A descriptor that whoever started the program has opened, as `/dev/stdout` or `/dev/fd/63` of `>(gzip)`.
    case descriptor(Int32)

    /// As many links as Linux follows.
    private static let mostLinks = 40

    init(_ path: String) throws(ReportFile.Failure) {
        var place = path
        for _ in 0..<Self.mostLinks {
            if let descriptor = Self.descriptor(named: place) {
                self = .descriptor(descriptor)
                return
            }
            var status = stat()
            guard ReportedPath.withSystemPath(of: place, { lstat($0, &status) }) == 0 else {
                guard errno == ENOENT, !place.hasSuffix("/") else {
                    throw ReportFile.Failure(path: path, number: errno == ENOENT ? EISDIR : errno)
                }
                self = .file(path: place, older: nil)
                return
            }
            switch status.st_mode & S_IFMT {
            case S_IFLNK: place = try Self.target(of: place)
            case S_IFDIR: throw ReportFile.Failure(path: path, number: EISDIR)
            case S_IFREG:
                self = .file(path: place, older: status)
                return
            default:
                self = .special(path: place)
                return
            }
        }
        throw ReportFile.Failure(path: path, number: ELOOP)
    }

    private static func target(of link: String) throws(ReportFile.Failure) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = ReportedPath.withSystemPath(of: link) { readlink($0, &buffer, buffer.count) }
        guard count > 0 else { throw ReportFile.Failure(path: link, number: errno) }
        let target = ReportedPath.text(of: buffer[..<count].map { UInt8(bitPattern: $0) })
        guard !target.hasPrefix("/"), let slash = link.lastIndex(of: "/") else { return target }
        return link[...slash] + target
    }

    /// The number of an open descriptor that a path is the name of.
    private static func descriptor(named path: String) -> Int32? {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex,
            let number = Int32(path[path.index(after: slash)...]), number >= 0,
            let folder = realPath(String(path[..<slash])), folder == realPath("/dev/fd")
        else { return nil }
        return number
    }

    /// A path without links, nil where it leads nowhere.
    static func realPath(_ path: String) -> String? {
        guard let real = ReportedPath.withSystemPath(of: path, { realpath($0, nil) }) else { return nil }
        defer { free(real) }
        return ReportedPath.text(of: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
    }
}
