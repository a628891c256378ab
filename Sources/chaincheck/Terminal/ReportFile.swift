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
/// whole: a run that fails leaves an earlier report as it was, and a file that is being audited is never cut short.
struct ReportFile {
    private let descriptor: Int32?
    private let path: String
    private let partialPath: String

    /// Opens a new file, or takes standard output where there is no path.
    init(_ path: String?) throws {
        self.path = path ?? "standard output"
        partialPath = (path ?? "") + ".partial"
        guard path != nil else {
            descriptor = nil
            return
        }
        let opened = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw Self.failure(self.path) }
        descriptor = opened
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
        guard systemClose(descriptor) == 0, rename(partialPath, path) == 0 else { throw Self.failure(path) }
    }

    /// Removes what was written of a report that does not come to its end.
    func discard() {
        guard let descriptor else { return }
        _ = systemClose(descriptor)
        unlink(partialPath)
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
