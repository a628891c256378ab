import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes to standard output without a buffer: callers gather what belongs together.
///
/// A reader that has gone away (`chaincheck … | head`) is no error: the run ends with exit 0. Any other failure ends
/// it with exit 2.
enum StandardOutput {
    static func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    static func write(_ octets: [UInt8]) throws {
        try octets.withUnsafeBytes { try write($0) }
    }

    /// Makes a closed pipe, and a file that may not grow, errors of the write instead of signals that kill the process.
    static func ignoreSignalsOfWriting() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    private static func write(_ octets: UnsafeRawBufferPointer) throws {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = writeOnce(UnsafeRawBufferPointer(rebasing: rest))
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw ExitCode.success
            } else if errno != EINTR && errno != EAGAIN {
                StandardError.report("cannot write to standard output: \(String(cString: strerror(errno)))")
                throw ExitCode(2)
            }
        }
    }
}

// Outside the enum, where the name means the system call.
private func writeOnce(_ octets: UnsafeRawBufferPointer) -> Int {
    write(1, octets.baseAddress, octets.count)
}
