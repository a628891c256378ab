import ChainKit
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A report while it is written: a file of a random name beside the one asked for, whose name it takes when it is whole.
///
/// Nothing that is there is opened, followed or cut short. All of those that are open are known here, so that a
/// signal leaves none behind without a word.
final class UnfinishedReport: Sendable {
    let descriptor: Int32
    /// Where it lies until it is whole.
    let temporaryPath: String
    /// What it is to be called, and no link.
    let path: String

    private static let open = Mutex<[UnfinishedReport]>([])
    /// Two runs that take the same one of 36^8 names try again.
    private static let attempts = 100

    /// Makes a new file beside `path`; `older` is what the system says of the file that is there, nil where none is.
    ///
    /// The file gets the older one's mode and, where the system allows that, its owner; a new one the umask's.
    init(path: String, replacing older: stat?) throws(ReportFile.Failure) {
        let made = try Self.make(beside: path, mode: older == nil ? 0o666 : 0o600)
        (descriptor, temporaryPath, self.path) = (made.descriptor, made.path, path)
        if let older {
            // Where the owner may not be given away, the group perhaps may.
            if fchown(descriptor, older.st_uid, older.st_gid) != 0 {
                _ = fchown(descriptor, uid_t.max, older.st_gid)
            }
            _ = fchmod(descriptor, older.st_mode & 0o777)
        }
        Self.open.withLock { $0.append(self) }
    }

    private static func make(beside path: String, mode: mode_t) throws(ReportFile.Failure)
        -> (descriptor: Int32, path: String)
    {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        var name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        for _ in 0..<attempts {
            let temporary = "\(folder)\(name).\(randomName).partial"
            let descriptor = ReportedPath.withSystemPath(of: temporary) {
                systemOpen($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            }
            if descriptor >= 0 { return (descriptor, temporary) }
            switch errno {
            case EEXIST: continue
            case ENAMETOOLONG where name != "report": name = "report"
            default: throw ReportFile.Failure(path: path, number: errno)
            }
        }
        throw ReportFile.Failure(path: path, number: EEXIST)
    }

    private static var randomName: String {
        String((0..<8).compactMap { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement() })
    }

    /// Gives the file its name.
    ///
    /// Only now is it known that everything was written.
    func finish() throws(ReportFile.Failure) {
        let failure: Int32? = Self.open.withLock { open in
            // Without it a crash of the system may leave an empty file in the older report's place.
            guard fsync(descriptor) == 0 || errno == EINVAL, systemClose(descriptor) == 0,
                Self.rename(temporaryPath, path)
            else { return errno }
            open.removeAll { $0 === self }
            return nil
        }
        guard let failure else { return }
        discard()
        throw ReportFile.Failure(path: path, number: failure)
    }

    /// Removes the file: a report that could not be written is of no use.
    func discard() {
        Self.open.withLock { open in
            guard open.contains(where: { $0 === self }) else { return }
            open.removeAll { $0 === self }
            Self.remove(temporaryPath)
        }
    }

    /// Keeps what was written under its temporary name; says so in a sentence, nil where nothing was written.
    func leave() -> String? {
        Self.open.withLock { open in
            guard open.contains(where: { $0 === self }) else { return nil }
            open.removeAll { $0 === self }
            return leftBehind()
        }
    }

    /// The same of all reports that are not finished.
    static func leaveAll() -> [String] {
        open.withLock { open in
            defer { open = [] }
            return open.compactMap { $0.leftBehind() }
        }
    }

    private func leftBehind() -> String? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
            Self.remove(temporaryPath)
            return nil
        }
        var older = stat()
        let isThere = ReportedPath.withSystemPath(of: path) { lstat($0, &older) } == 0
        return "the unfinished report is \(temporaryPath); "
            + (isThere ? "\(path) is still the older one" : "\(path) was not written")
    }

    private static func rename(_ from: String, _ to: String) -> Bool {
        ReportedPath.withSystemPath(of: from) { from in
            ReportedPath.withSystemPath(of: to) { systemRename(from, $0) }
        } == 0
    }

    private static func remove(_ path: String) { _ = ReportedPath.withSystemPath(of: path) { unlink($0) } }
}

// Outside the type, where the names mean the system calls.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
    open(path, flags, mode)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemRename(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 {
    rename(from, to)
}
