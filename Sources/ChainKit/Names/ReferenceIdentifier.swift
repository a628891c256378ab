/// What a relying party expects to find in a certificate (RFC 9525, 2).
public enum ReferenceIdentifier: Sendable, Hashable {
    case dns(DNSName)
    case ip(IPAddress)

    /// Reads a host name or an address; nil for text that is neither.
    ///
    /// Digits and full stops of other scripts are mapped first (UTS 46), so that `１９２.0.2.1` is an address.
    public init?(_ text: String) {
        if let address = IPAddress(text) {
            self = .ip(address)
        } else if let name = DNSName(text) {
            self = IPAddress(name.text).map(Self.ip) ?? .dns(name)
        } else {
            return nil
        }
    }

    /// The text that is compared: A-labels, lower case.
    public var text: String {
        switch self {
        case .dns(let name): name.text
        case .ip(let address): address.text
        }
    }
}
