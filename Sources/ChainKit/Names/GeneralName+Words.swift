extension GeneralName {
    /// The kind of name: `dns`, `ip`, `email`, `uri`, `directory` or `other`.
    var kind: String {
        switch self {
        case .dns: "dns"
        case .email: "email"
        case .uri: "uri"
        case .ip: "ip"
        case .directory: "directory"
        case .other: "other"
        }
    }

    /// The name as text: addresses in their usual notation, octets of a malformed one in hexadecimal, the context
    /// tag of a kind that is not interpreted.
    var printed: String {
        switch self {
        case .dns, .email, .uri: text ?? ""
        case .ip(let octets): Self.address(octets)
        case .directory(let name): name.rfc4514
        case .other(let tag): "[\(tag)]"
        }
    }

    private static func address(_ octets: [UInt8]) -> String {
        if let address = IPAddress(octets: octets) { return address.text }
        let half = octets.count / 2
        guard octets.count == 8 || octets.count == 32,
            let address = IPAddress(octets: Array(octets[..<half])),
            let mask = IPAddress(octets: Array(octets[half...]))
        else { return "#" + Hexadecimal.string(octets) }
        return "\(address.text)/\(mask.text)"
    }
}
