/// The bits of the keyUsage extension (RFC 5280, 4.2.1.3).
public struct KeyUsage: OptionSet, Sendable, Hashable {
    /// Bit n of the encoding is bit n here.
    public let rawValue: UInt16

    /// Takes the bits as they are.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Signatures other than on certificates and lists.
    public static let digitalSignature = KeyUsage(rawValue: 1 << 0)
    /// Signatures that bind; newer standards say contentCommitment.
    public static let nonRepudiation = KeyUsage(rawValue: 1 << 1)
    /// Encryption of keys, as RSA key exchange does.
    public static let keyEncipherment = KeyUsage(rawValue: 1 << 2)
    /// Encryption of data.
    public static let dataEncipherment = KeyUsage(rawValue: 1 << 3)
    /// Diffie-Hellman and the like.
    public static let keyAgreement = KeyUsage(rawValue: 1 << 4)
    /// Signatures on certificates.
    public static let keyCertSign = KeyUsage(rawValue: 1 << 5)
    /// Signatures on revocation lists.
    public static let cRLSign = KeyUsage(rawValue: 1 << 6)
    /// With keyAgreement, encryption only.
    public static let encipherOnly = KeyUsage(rawValue: 1 << 7)
    /// With keyAgreement, decryption only.
    public static let decipherOnly = KeyUsage(rawValue: 1 << 8)

    /// Whether these bits leave a purpose nothing that it does with a key (RFC 5280, 4.2.1.3 and 4.2.1.12).
    ///
    /// One bit of several will do: which one a handshake needs depends on the cipher suite. encipherOnly and
    /// decipherOnly mean nothing without keyAgreement, so they forbid nothing either. No bit at all, which RFC 5280 does
    /// not allow, allows nothing to anybody.
    func forbids(_ purpose: KeyPurpose) -> Bool {
        if isEmpty { return true }
        let undefined: KeyUsage = [.encipherOnly, .decipherOnly]
        switch purpose {
        case .serverAuthentication:
            return isDisjoint(with: undefined.union([.digitalSignature, .keyEncipherment, .keyAgreement]))
        case .clientAuthentication:
            return isDisjoint(with: undefined.union([.digitalSignature, .keyAgreement]))
        default: return false
        }
    }

    /// The standard's names of the bits that are set, in the order of the bits.
    public var names: [String] {
        var names: [String] = []
        forEachName { names.append($0.description) }
        return names
    }

    /// Calls the body for each of ``names``, without making a list of them.
    package func forEachName(_ body: (StaticString) -> Void) {
        for bit in Self.namesOfBits.indices where rawValue & 1 << bit != 0 { body(Self.namesOfBits[bit]) }
    }

    private static let namesOfBits: [StaticString] = [
        "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
        "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly",
    ]
}

/// A key purpose of the extendedKeyUsage extension (RFC 5280, 4.2.1.12).
public struct KeyPurpose: Sendable, Hashable {
    /// The purpose's identifier.
    public let identifier: ObjectIdentifier

    /// Takes an identifier.
    public init(_ identifier: ObjectIdentifier) { self.identifier = identifier }

    /// A TLS server.
    public static let serverAuthentication = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.1"))
    /// A TLS client.
    public static let clientAuthentication = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.2"))
    /// Signing of programs.
    public static let codeSigning = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.3"))
    /// S/MIME.
    public static let emailProtection = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.4"))
    /// Time stamping.
    public static let timeStamping = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.8"))
    /// Signing of OCSP responses.
    public static let ocspSigning = KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.9"))
    /// Every purpose.
    public static let any = KeyPurpose(ObjectIdentifier("2.5.29.37.0"))

    /// The standard's short name (`serverAuth`), or the dotted identifier of a purpose not known here.
    public var name: String {
        Self.names.first { $0.purpose == self }?.name ?? identifier.dotted
    }

    private static let names: [(purpose: KeyPurpose, name: String)] = [
        (serverAuthentication, "serverAuth"), (clientAuthentication, "clientAuth"),
        (codeSigning, "codeSigning"),
        (emailProtection, "emailProtection"), (timeStamping, "timeStamping"), (ocspSigning, "OCSPSigning"),
        (any, "anyExtendedKeyUsage"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.5")), "ipsecEndSystem"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.6")), "ipsecTunnel"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.5.5.7.3.7")), "ipsecUser"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.10.3.4")), "encryptedFileSystem"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.10.3.12")), "documentSigning"),
        (KeyPurpose(ObjectIdentifier("1.3.6.1.4.1.311.20.2.2")), "smartcardLogon"),
    ]
}
