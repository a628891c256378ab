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
/// A reader that has gone away (`chaincheck … | head`) is no error, and no success either: what is written further is
/// dropped, and the run goes on to its own exit code. So the code is the same with and without `| head`, whenever
/// the reader went. Answers to standard input are the exception, as that may never end: ``ReaderGone``. Any other
/// failure ends the run with 74.
enum StandardOutput {
    /// Nobody reads the answers any more.
    struct ReaderGone: Error {}

    static func write(_ text: String) throws {
        var text = text
        _ = try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    static func write(_ octets: [UInt8]) throws {
        _ = try octets.withUnsafeBytes { try write($0) }
    }

    /// Writes answers to what standard input asks.
    ///
    /// - Throws: ``ReaderGone`` where nobody reads them any more.
    static func answer(_ octets: [UInt8]) throws {
        guard try octets.withUnsafeBytes({ try write($0) }) else { throw ReaderGone() }
    }

    /// Makes a closed pipe, and a file that may not grow, errors of the write instead of signals that kill the process.
    static func ignoreSignalsOfWriting() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes everything; false where the reader has gone away.
    private static func write(_ octets: UnsafeRawBufferPointer) throws -> Bool {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = writeOnce(UnsafeRawBufferPointer(rebasing: rest))
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                return false
            } else if errno == EAGAIN {
                waitForRoom(in: 1)
            } else if errno != EINTR {
                throw failure()
            }
        }
        return true
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

    /// Closes standard output: some file systems say only now that the disk is full.
    ///
    /// To be called once, at the end.
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
