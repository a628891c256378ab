import ArgumentParser
import ExchangeKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file or standard input, read in pieces, so that its length does not matter.
struct StreamedInput: ~Copyable {
    /// Large enough that system calls cost nothing.
    static let piece = 1 << 20

    private let descriptor: Int32
    private let name: String

    /// Opens a file; `-` is standard input.
    init(_ path: String) throws {
        name = path == "-" ? "standard input" : path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(name) }
    }

    deinit {
        if descriptor > 0 { _ = systemClose(descriptor) }
    }

    /// The next octets, as many as asked for except at the end.
    func read(upTo limit: Int = piece) throws -> [UInt8] {
        var error: Int32 = 0
        let octets = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = 0
            while count < limit {
                let rest = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]
                )
                let got = systemRead(descriptor, rest)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    error = errno
                    break
                }
            }
        }
        guard error == 0 else {
            errno = error
            throw Self.failure(name)
        }
        return octets
    }

    private static func failure(_ name: String) -> ExitCode {
        StandardError.report("cannot read \(name): \(String(cString: strerror(errno)))")
        return ExitStatus.unread.code
    }
}

// Outside the type, where the names mean the system calls.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

extension StreamedInput {
    /// Reads the rest as an SMTP protocol log; `beginning` is what was read of it already.
    func protocolLog(after beginning: [UInt8] = []) throws -> ProtocolLog {
        var reader = ProtocolLogReader()
        var octets = try beginning.isEmpty ? read() : beginning
        while !octets.isEmpty {
            reader.read(octets)
            octets = try read()
        }
        return reader.finish()
    }
}
