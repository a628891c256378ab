/// A name made ready to be compared with name constraints, or a constraint's base.
///
/// A certificate may hold thousands of names and an authority thousands of constraints, so what every comparison needs
/// is worked out once a name.
enum ComparableName: Sendable, Hashable {
    /// Lower case. In a name a leading `*.` stands for one label; in a base a leading dot asks for one label more.
    case dns([UInt8])
    case ip([UInt8])
    /// The whole in lower case; `host` is what stands behind the last `@`, or all of a base without one.
    case email(whole: [UInt8], host: [UInt8])
    /// The host, or a base as it stands.
    case uri(host: [UInt8])
    case directory([NameComparisonKey])
    /// A kind that is not interpreted, by its context tag.
    case other(tag: Int)
    /// Text that has no meaning as a name of its kind.
    case malformed(Kind)

    /// Kinds of name that are compared.
    enum Kind: Sendable, Hashable {
        case dns, ip, email, uri, directory, other(Int)
    }

    var kind: Kind {
        switch self {
        case .dns: .dns
        case .ip: .ip
        case .email: .email
        case .uri: .uri
        case .directory: .directory
        case .other(let tag): .other(tag)
        case .malformed(let kind): kind
        }
    }

    /// A name of a certificate.
    init(name: GeneralName) {
        switch name {
        case .dns(let octets): self = Self.hostName(octets).map { .dns($0) } ?? .malformed(.dns)
        case .ip(let octets): self = octets.count == 4 || octets.count == 16 ? .ip(octets) : .malformed(.ip)
        case .email(let octets):
            guard let whole = Self.visible(octets), let at = whole.lastIndex(of: UInt8(ascii: "@")) else {
                self = .malformed(.email)
                return
            }
            self = .email(whole: whole, host: Array(whole[(at + 1)...]))
        case .uri(let octets): self = Self.host(ofURI: octets).map { .uri(host: $0) } ?? .malformed(.uri)
        case .directory(let name):
            self = .directory(name.relativeNames.map(NameComparisonKey.init(relativeName:)))
        case .other(let tag): self = .other(tag: tag)
        }
    }

    /// The base of a constraint.
    init(base: GeneralName) {
        switch base {
        case .dns(let octets): self = Self.visible(octets).map { .dns($0) } ?? .malformed(.dns)
        case .ip(let octets): self = octets.count == 8 || octets.count == 32 ? .ip(octets) : .malformed(.ip)
        case .email(let octets):
            guard let whole = Self.visible(octets) else {
                self = .malformed(.email)
                return
            }
            let at = whole.lastIndex(of: UInt8(ascii: "@"))
            self = .email(whole: whole, host: at.map { Array(whole[($0 + 1)...]) } ?? whole)
        case .uri(let octets): self = Self.visible(octets).map { .uri(host: $0) } ?? .malformed(.uri)
        case .directory(let name):
            self = .directory(name.relativeNames.map(NameComparisonKey.init(relativeName:)))
        case .other(let tag): self = .other(tag: tag)
        }
    }

    /// A dNSName without empty labels; a name such as `.example.com` has no place below any base.
    private static func hostName(_ octets: [UInt8]) -> [UInt8]? {
        guard let name = visible(octets), !name.isEmpty,
            !name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains(
                where: \.isEmpty
            )
        else { return nil }
        return name
    }

    /// The text in lower case, nil where it holds anything but printable ASCII.
    private static func visible(_ octets: [UInt8]) -> [UInt8]? {
        guard octets.allSatisfy({ $0 < 0x7f && $0 > 0x20 }) else { return nil }
        return octets.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// The host of a URI, nil where there is none or it is an address: such a URI must be refused (RFC 5280, 4.2.1.10).
    private static func host(ofURI octets: [UInt8]) -> [UInt8]? {
        guard let text = visible(octets).map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let rest = parts.last else { return nil }
        var authority = rest.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        guard !authority.hasPrefix("[") else { return nil }
        let host = String(authority.prefix { $0 != ":" })
        return host.isEmpty || IPAddress(host) != nil ? nil : Array(host.utf8)
    }
}
