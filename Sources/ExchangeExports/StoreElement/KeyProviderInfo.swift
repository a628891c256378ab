/// Where Windows keeps a certificate's private key: CRYPT_KEY_PROV_INFO as it stands in a serialized store element.
///
/// In memory the structure has pointers; serialized, each is 32 bits and an offset from the structure's start, 0 for
/// none.
package struct KeyProviderInfo: Sendable, Hashable {
    /// The name of the provider, nil for the one by default of its type.
    package let name: String?
    /// The type of a CryptoAPI provider (wincrypt.h: 1 full RSA, 12 RSA for TLS); 0 for a key storage provider of CNG.
    package let type: UInt32
    /// What the key is for: 1 key exchange, 2 signature, 0 for keys of CNG.
    package let keySpec: UInt32

    /// Reads the structure; nil where it is too short or an offset leads out of it.
    init?(_ octets: ArraySlice<UInt8>) {
        // Container, provider, type, flags, number of parameters, parameters, what for.
        var input = LittleEndianReader(octets)
        let fields = (0..<7).compactMap { _ in input.number() }
        guard fields.count == 7 else { return nil }
        for offset in [fields[0], fields[1]] where offset != 0 {
            guard String(terminated: octets.dropFirst(Int(offset))) != nil else { return nil }
        }
        name = fields[1] == 0 ? nil : String(terminated: octets.dropFirst(Int(fields[1])))
        type = fields[2]
        keySpec = fields[6]
    }
}
