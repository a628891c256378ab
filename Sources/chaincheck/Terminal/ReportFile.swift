import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a report's octets go: standard output or a file.
struct ReportFile {
    private let descriptor: Int32?
    private let path: String

    /// Opens the file anew, or takes standard output where there is none.
    init(_ path: String?) throws {
        self.path = path ?? "standard output"
        guard let path else {
            descriptor = nil
            return
        }
        let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            StandardError.report("cannot write \(path): \(String(cString: strerror(errno)))")
            throw ExitCode(2)
        }
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
                StandardError.report("cannot write \(path): \(String(cString: strerror(errno)))")
                throw ExitCode(2)
            }
        }
    }

    /// Closes the file; only then is it known that everything was written.
    func close() throws {
        guard let descriptor, systemClose(descriptor) != 0 else { return }
        StandardError.report("cannot write \(path): \(String(cString: strerror(errno)))")
        throw ExitCode(2)
    }
}

private func systemWrite(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer, from start: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: octets[start...])
    return write(descriptor, rest.baseAddress, rest.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
