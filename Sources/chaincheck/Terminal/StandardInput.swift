import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
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
                throw ExitCode(2)
            }
        }
        return Array(octets.prefix(limit + 1))
    }

    private static func systemRead(_ buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
    }
}
