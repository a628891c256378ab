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
/// it with exit 74, as that of any report which could not be written.
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
            } else if errno == EAGAIN {
                waitForRoom(in: 1)
            } else if errno != EINTR {
                throw failure()
            }
        }
    }

    /// Puts something into the places of standard input, output and error where they were closed.
    ///
    /// The next file that is opened would take such a place, and messages would be written into it. What stands there is
    /// opened the wrong way round, so that reading and writing fail as they do on what is closed.
    static func holdClosedPlaces() {
        for (descriptor, flags) in [(CInt(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", flags)
        }
    }

    /// Waits until a descriptor that does not block takes more.
    static func waitForRoom(in descriptor: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
    }

    /// Closes standard output: some file systems say only now that the disk is full. To be called once, at the end.
    static func close() throws {
        // What was closed when the program began is none of its business.
        guard closeOnce() != 0, errno != EBADF, errno != EINTR else { return }
        throw failure()
    }

    private static func failure() -> ExitCode {
        StandardError.report("cannot write to standard output: \(String(cString: strerror(errno)))")
        return ReportFile.Failure.exitCode
    }
}

// Outside the enum, where the name means the system call.
private func writeOnce(_ octets: UnsafeRawBufferPointer) -> Int {
    write(1, octets.baseAddress, octets.count)
}

private func closeOnce() -> Int32 { close(1) }
