/// Who keeps a certificate's private key on a Windows server (CRYPT_KEY_PROV_INFO).
public struct KeyProvider: Sendable, Hashable {
    /// The provider's name, such as `Microsoft RSA SChannel Cryptographic Provider`; nil for the default of its type.
    public let name: String?
    /// The provider's type: 0 for a key storage provider (CNG), 12 for RSA SChannel and so on.
    public let type: Int
    /// The key specification: 1 AT_KEYEXCHANGE, 2 AT_SIGNATURE, 0 or 0xFFFFFFFF for CNG.
    public let keySpecification: Int

    /// Puts the facts together.
    public init(name: String?, type: Int, keySpecification: Int) {
        self.name = name
        self.type = type
        self.keySpecification = keySpecification
    }

    /// The provider in words.
    var words: String { name.map { "\"\($0)\"" } ?? "the default provider of type \(type)" }

    /// Whether the key lies with a key storage provider (CNG) and not with a cryptographic service provider.
    public var isKeyStorageProvider: Bool { type == 0 }
}
