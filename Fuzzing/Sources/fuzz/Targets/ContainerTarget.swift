import ChainKit

enum ContainerTarget {
    /// As it is, and with the outer length made indefinite, which is how OpenSSL and not our own reader gets it.
    static func runPKCS7(_ octets: [UInt8]) {
        FileTarget.run(octets)
        if octets.starts(with: [0x30, 0x82]) {
            FileTarget.run([0x30, 0x80] + octets.dropFirst(4) + [0, 0])
        }
    }

    static func runPKCS12(_ octets: [UInt8]) {
        FileTarget.run(octets)
    }
}
