import ArgumentParser
import ChainKit
import Octets

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
import Octets
#endif

/// Reads standard input whole.
enum StandardInput {
    /// Everything up to the end, or one octet more than `limit` where there is more: the reader then says so.
    static func octets(limit: Int) throws -> [UInt8] {
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while octets.count <= limit {
            let count = systemRead(&buffer)
            if count == 0 { break }
            if count > 0 {
                octets += buffer[..<count]
            } else if errno != EINTR {
                StandardError.report("cannot read standard input: \(String(cString: strerror(errno)))")
                throw ExitStatus.unread.code
            }
        }
        return Array(octets.prefix(limit + 1))
    }

    /// What has come, up to `count` octets; none at the end.
    static func read(upTo count: Int) throws -> [UInt8] {
        while true {
            var got = 0
            let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                got = systemReadOnce(UnsafeMutableRawBufferPointer(buffer))
                filled = max(0, got)
            }
            if got >= 0 { return octets }
            guard errno == EINTR else {
                StandardError.report("cannot read standard input: \(String(cString: strerror(errno)))")
                throw ExitStatus.unread.code
            }
        }
    }

    /// Hands over what has come as lines, as many as are complete at a time, up to the end.
    static func forEachLines(_ body: ([BoundedLines.Line]) throws -> Void) throws {
        var lines = BoundedLines()
        while true {
            let octets = try read(upTo: 1 << 18)
            guard !octets.isEmpty else { break }
            try body(lines.take(octets))
        }
        if let last = lines.finish() { try body([last]) }
    }

    private static func systemRead(_ buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { systemReadOnce($0) }
    }
}

// Outside the enum, where the name means the system call.
private func systemReadOnce(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(0, buffer.baseAddress, buffer.count)
}
