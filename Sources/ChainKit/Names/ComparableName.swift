/// A name made ready to be compared with name constraints, or a constraint's base.
///
/// A certificate may hold thousands of names and an authority thousands of constraints, so what every comparison needs
/// is worked out once a name.
enum ComparableName: Sendable, Hashable {
    /// Lower case. In a name a leading `*.` stands for one label; in a base a leading dot asks for one label more.
    case dns([UInt8])
    case ip([UInt8])
    /// `whole` has its host in lower case and its local part as it stands (RFC 5280, 7.5); `host` is what stands behind
    /// the last `@`, or all of a base without one.
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
            guard let at = octets.lastIndex(of: Self.at), at > octets.startIndex,
                let host = Self.hostName(Array(octets[(at + 1)...])), Self.isVisible(octets)
            else {
                self = .malformed(.email)
                return
            }
            self = .email(whole: octets[...at] + host, host: host)
        case .uri(let octets): self = Self.host(ofURI: octets).map { .uri(host: $0) } ?? .malformed(.uri)
        case .directory(let name):
            self = .directory(name.relativeNames.map(NameComparisonKey.init(relativeName:)))
        case .other(let tag): self = .other(tag: tag)
        }
    }

    /// The base of a constraint.
    ///
    /// An excluded base that is no domain name excludes at least what it says: `*.example.com` and `example.com.` count as
    /// `example.com`; of any other nobody can tell what it is meant to exclude, so no name passes it. A permitted base
    /// permits what is literally below it.
    init(base: GeneralName, isExcluded: Bool = false) {
        switch base {
        case .dns(let octets): self = Self.domain(octets, isExcluded).map { .dns($0) } ?? .malformed(.dns)
        case .ip(let octets): self = octets.count == 8 || octets.count == 32 ? .ip(octets) : .malformed(.ip)
        case .email(let octets):
            let at = octets.lastIndex(of: Self.at)
            guard let host = Self.domain(Array(octets[(at.map { $0 + 1 } ?? 0)...]), isExcluded),
                Self.isVisible(octets)
            else {
                self = .malformed(.email)
                return
            }
            // To OpenSSL `@example.com` is every mailbox of the host.
            self = .email(whole: at == nil || at == 0 ? host : octets[...(at ?? 0)] + host, host: host)
        case .uri(let octets):
            self = Self.domain(octets, isExcluded).map { .uri(host: $0) } ?? .malformed(.uri)
        case .directory(let name):
            self = .directory(name.relativeNames.map(NameComparisonKey.init(relativeName:)))
        case .other(let tag): self = .other(tag: tag)
        }
    }

    private static let at = UInt8(ascii: "@")
    private static let dot = UInt8(ascii: ".")

    /// A base in lower case, nil where it holds anything but printable ASCII, or is excluded and no domain name.
    private static func domain(_ octets: [UInt8], _ isExcluded: Bool) -> [UInt8]? {
        guard let base = visible(octets) else { return nil }
        guard isExcluded, !base.isEmpty else { return base }
        var domain = base[...]
        if domain.last == dot { domain = domain.dropLast() }
        if domain.starts(with: [UInt8(ascii: "*"), dot]) { domain = domain.dropFirst(2) }
        return isDomain(domain.first == dot ? domain.dropFirst() : domain) ? Array(domain) : nil
    }

    /// Whether a name consists of labels of letters, digits, hyphens and underscores.
    private static func isDomain(_ name: ArraySlice<UInt8>) -> Bool {
        name.split(separator: dot, omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty
                && label.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
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
        guard isVisible(octets) else { return nil }
        return octets.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func isVisible(_ octets: [UInt8]) -> Bool { octets.allSatisfy { $0 < 0x7f && $0 > 0x20 } }

    /// The host of a URI, nil where there is none or it is an address: such a URI must be refused (RFC 5280, 4.2.1.10).
    ///
    /// Nil, too, where it is no plain host name: browsers decode `ex%61mple.com` and end a host at a backslash. A dot
    /// at its end says that it is absolute.
    private static func host(ofURI octets: [UInt8]) -> [UInt8]? {
        guard let text = visible(octets).map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let rest = parts.last else { return nil }
        var authority = rest.prefix { !"/?#".contains($0) }
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        guard !authority.hasPrefix("[") else { return nil }
        var host = authority.prefix { $0 != ":" }
        if host.hasSuffix(".") { host = host.dropLast() }
        let octets = Array(host.utf8)
        return isDomain(octets[...]) && IPAddress(String(host)) == nil ? octets : nil
    }
}
