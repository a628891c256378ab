import ChainKit

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
