/// The names of two certificates, lower case, each list in the order of its certificate.
public struct ComparedNames: Sendable, Hashable {
    /// Names of both.
    public let kept: [String]
    /// Names that only the new certificate has.
    public let gained: [String]
    /// Names of the old certificate that the new one has not but covers by a wildcard.
    public let coveredByWildcard: [String]
    /// Names of the old certificate that the new one does not cover.
    public let lost: [String]

    init(old: Certificate, new: Certificate) {
        let before = Self.names(of: old)
        let after = Self.names(of: new)
        let matcher = NameMatcher(new)
        let missing = before.filter { !after.contains($0) }
        let covered = missing.filter { name in
            ReferenceIdentifier(name).map { matcher.coverage(of: $0).isCovered } ?? false
        }
        kept = before.filter(after.contains)
        gained = after.filter { !before.contains($0) }
        coveredByWildcard = covered
        lost = missing.filter { !covered.contains($0) }
    }

    /// The names that a TLS peer reads, each once: dNSNames and iPAddresses of the subjectAltName (RFC 9525, 6.2).
    private static func names(of certificate: Certificate) -> [String] {
        var seen: Set<String> = []
        return certificate.subjectAlternativeNames.compactMap { name in
            switch name {
            case .dns(let octets): String(decoding: octets, as: UTF8.self).lowercased()
            case .ip(let octets): IPAddress(octets: octets)?.text
            case .email, .uri, .directory, .other: nil
            }
        }.filter { seen.insert($0).inserted }
    }
}
