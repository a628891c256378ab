import OpenSSLBridge

/// One GeneralName of RFC 5280, 4.2.1.6, its octets as the certificate has them.
public enum GeneralName: Sendable, Hashable {
    case dns([UInt8])
    case email([UInt8])
    case uri([UInt8])
    /// 4 or 16 octets in a certificate; 8 or 32, address and mask, in name constraints; others are malformed.
    case ip([UInt8])
    case directory(DistinguishedName)
    /// A kind that is not interpreted, by its context tag: otherName 0, x400Address 3, ediPartyName 5,
    /// registeredID 8.
    case other(tag: Int)

    init(_ decoded: DecodedGeneralName) {
        self =
            switch decoded {
            case .dns(let octets): .dns(octets)
            case .email(let octets): .email(octets)
            case .uri(let octets): .uri(octets)
            case .ip(let octets): .ip(octets)
            case .directory(let der): DistinguishedName(der: der).map { .directory($0) } ?? .other(tag: 4)
            case .other(let tag): .other(tag: tag)
            }
    }

    /// The text of a name kind that holds text, malformed UTF-8 replaced; nil for the others.
    public var text: String? {
        switch self {
        case .dns(let octets), .email(let octets), .uri(let octets): String(decoding: octets, as: UTF8.self)
        case .ip, .directory, .other: nil
        }
    }
}
