import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a report's octets go: standard output or a file.
///
/// A file is written under a name of its own beside the one asked for and takes that name only when the report is
/// whole: a run that fails leaves an earlier report as it was, and a file that is being audited is never cut short. A link
/// keeps leading where it led. A device or a pipe is written to as it is: a name taken would put a file in its place.
struct ReportFile {
    private let descriptor: Int32?
    private let path: String
    /// What the file is called until it is whole, nil for what is written to as it is.
    private let partialPath: String?

    /// Opens a new file, or takes standard output where there is no path.
    init(_ path: String?) throws {
        guard let path else {
            (descriptor, self.path, partialPath) = (nil, "standard output", nil)
            return
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if isThere, kind == S_IFDIR {
            errno = EISDIR
            throw Self.failure(path)
        }
        let isSpecial = isThere && kind != S_IFREG
        self.path = isThere && !isSpecial ? Self.resolved(path) : path
        partialPath = isSpecial ? nil : self.path + ".partial"
        let opened = open(
            partialPath ?? path,
            isSpecial ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
            0o644
        )
        guard opened >= 0 else { throw Self.failure(path) }
        descriptor = opened
    }

    /// Where a path leads when links are followed.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Writes all octets.
    func write(_ octets: [UInt8]) throws {
        guard let descriptor else { return try StandardOutput.write(octets) }
        var start = 0
        while start < octets.count {
            let count = octets.withUnsafeBytes { systemWrite(descriptor, $0, from: start) }
            if count >= 0 {
                start += count
            } else if errno != EINTR {
                throw Self.failure(path)
            }
        }
    }

    /// Closes the file and gives it its name; only then is it known that everything was written.
    func close() throws {
        guard let descriptor else { return }
        guard systemClose(descriptor) == 0 else { throw Self.failure(path) }
        if let partialPath, rename(partialPath, path) != 0 { throw Self.failure(path) }
    }

    /// Removes what was written of a report that does not come to its end.
    func discard() {
        guard let descriptor else { return }
        _ = systemClose(descriptor)
        if let partialPath { unlink(partialPath) }
    }

    /// Writes a whole report.
    static func write(_ octets: [UInt8], to path: String?) throws {
        let file = try ReportFile(path)
        do {
            try file.write(octets)
            try file.close()
        } catch {
            file.discard()
            throw error
        }
    }

    private static func failure(_ path: String) -> ExitCode {
        StandardError.report("cannot write \(path): \(String(cString: strerror(errno)))")
        return ExitCode(2)
    }
}

private func systemWrite(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer, from start: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: octets[start...])
    return write(descriptor, rest.baseAddress, rest.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
