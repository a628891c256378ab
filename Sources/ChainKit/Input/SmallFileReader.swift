import Octets

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Reads small files one after another with open, pread and close.
///
/// Nearly every file of certificates is small, and to ask for its size and kind before takes an eighth of reading it. Most lie in
/// the folder of the one before: that stays open, which spares the system the way to it, and what is read into stays, too.
///
/// Belongs to one worker at a time.
final class SmallFileReader {
    /// The most octets that a file may have.
    static let mostOctets = 8_191

    private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: mostOctets + 1)
    private var folder: OpenFolder?

    deinit { buffer.deallocate() }

    /// Lends the octets of a file until the next is read; nil where it is larger, is empty, or cannot be read so, and where the
    /// body gives nil.
    ///
    /// `path` has the form of ``ReportedPath``. What gives some octets at an offset and then no more is read; ``RegularFile``
    /// says of all else what it is.
    func withOctets<Result>(of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
        let descriptor = ReportedPath.withSystemPath(of: path, open)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let count = pread(descriptor, buffer.baseAddress, buffer.count, 0)
        guard count > 0, count <= Self.mostOctets else { return nil }
        return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }

    private func open(_ path: UnsafePointer<CChar>) -> Int32 {
        guard let slash = strrchr(path, CInt(UInt8(ascii: "/"))), slash > path else {
            return systemOpen(path, RegularFile.flags)
        }
        let start = UnsafeRawPointer(path).assumingMemoryBound(to: UInt8.self)
        let parent = UnsafeBufferPointer(start: start, count: UnsafePointer(slash) - path)
        if folder?.isAt(parent) != true { folder = OpenFolder(parent) }
        guard let folder else { return systemOpen(path, RegularFile.flags) }
        let descriptor = openat(folder.descriptor, slash + 1, RegularFile.flags)
        guard descriptor < 0, errno == EMFILE || errno == ENFILE else { return descriptor }
        // The folder's own descriptor may be the one that is wanting.
        self.folder = nil
        return systemOpen(path, RegularFile.flags)
    }

    /// A folder that is open, so that files are found in it without its path.
    private final class OpenFolder {
        private let path: [UInt8]
        let descriptor: Int32

        /// Nil where it cannot be opened.
        init?(_ path: UnsafeBufferPointer<UInt8>) {
            self.path = Array(path)
            let text = path.map { CChar(bitPattern: $0) } + [0]
            descriptor = systemOpen(text, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if descriptor < 0 { return nil }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

        func isAt(_ other: UnsafeBufferPointer<UInt8>) -> Bool { OctetSearch.areSame(path, other) }
    }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }

/// A file of one certificate and nothing else, as nearly every file of a large folder is, read without ceremony.
///
/// ``ContentReader`` finds the same in such a file, without a problem and without a note; all others are left to it.
struct LoneCertificate: Sendable {
    /// ``FileKind/pem`` or ``FileKind/der``.
    let kind: FileKind
    let der: [UInt8]

    private static let firstLine: StaticString = "-----BEGIN CERTIFICATE-----"
    private static let lastLine: StaticString = "-----END CERTIFICATE-----"

    /// Reads a file's octets; nil where they are anything else, or over a limit.
    init?(_ file: UnsafeBufferPointer<UInt8>, limits: InputLimits) {
        guard limits.certificates > 0, file.count <= limits.fileSize else { return nil }
        if file.first == DERReader.Tag.sequence {
            // Framed before it is copied: what begins so may be anything.
            guard DERReader.element(in: file, at: 0, end: file.count)?.whole.upperBound == file.count else {
                return nil
            }
            kind = .der
            der = Array(file)
        } else {
            guard let body = Self.body(of: file),
                case .octets(let octets) = Base64Decoder.decode(file, in: body)
            else { return nil }
            kind = .pem
            der = octets
        }
        guard der.count <= limits.certificateSize,
            let element = DERReader.element(in: der, at: 0, end: der.count),
            element.whole.upperBound == der.count, DERShape(der, element) == .certificate
        else { return nil }
    }

    /// What stands between the first line and the last, behind which there may be blanks.
    private static func body(of file: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var end = file.count
        while end > 0, Base64Decoder.isBlank(file[end - 1]) { end -= 1 }
        let start = firstLine.utf8CodeUnitCount
        end -= lastLine.utf8CodeUnitCount
        guard start < end, OctetSearch.matches(firstLine, in: file, at: 0),
            OctetSearch.matches(lastLine, in: file, at: end)
        else { return nil }
        return start..<end
    }

    /// What a file gives that holds it.
    func content(path: String) -> FileContent {
        FileContent(
            record: FileRecord(path: path, kind: kind, certificates: 1),
            certificates: [EncodedCertificate(location: SourceLocation(path: path, index: 0), der: der)]
        )
    }
}
