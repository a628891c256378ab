/// Writes a certificate with its properties as Windows serializes it.
package struct StoreElementWriter {
    /// Where the private key is kept.
    package struct Provider: Sendable {
        package var name: String?
        package var type: UInt32
        package var keySpec: UInt32

        package init(name: String?, type: UInt32, keySpec: UInt32) {
            self.name = name
            self.type = type
            self.keySpec = keySpec
        }

        /// The provider of CryptoAPI that Exchange's own certificates have.
        package static let schannel = Self(
            name: "Microsoft RSA SChannel Cryptographic Provider",
            type: 12,
            keySpec: 1
        )
        /// A key storage provider of CNG.
        package static let keyStorage = Self(
            name: "Microsoft Software Key Storage Provider",
            type: 0,
            keySpec: 0
        )
    }

    /// The element's octets.
    package static func element(
        der: [UInt8],
        friendlyName: String? = nil,
        provider: Provider? = .schannel
    ) -> [UInt8] {
        var octets: [UInt8] = []
        if let friendlyName { octets += property(11, terminated(friendlyName)) }
        if let provider { octets += property(2, value(of: provider)) }
        return octets + property(32, der)
    }

    /// One property of any id.
    package static func property(_ identifier: UInt32, _ value: [UInt8]) -> [UInt8] {
        number(identifier) + number(1) + number(UInt32(value.count)) + value
    }

    private static func value(of provider: Provider) -> [UInt8] {
        let container = terminated("le-84f0fb2c-1a5e-4c8e-8e24-1c5e7ab0f3cc")
        let name = provider.name.map(terminated)
        let head: [UInt32] = [
            28, name == nil ? 0 : 28 + UInt32(container.count), provider.type, 32, 0, 0, provider.keySpec,
        ]
        return head.flatMap(number) + container + (name ?? [])
    }

    private static func number(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func terminated(_ text: String) -> [UInt8] {
        (Array(text.utf16) + [0]).flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    }
}
