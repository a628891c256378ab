/// The certificates at hand that may have issued others, found by subject.
public struct IssuerPool: Sendable {
    private let byName: [NameComparisonKey: [Certificate]]
    /// The same lists by the subject's very octets, which is how nearly every look-up hits.
    private let byEncoding: [[UInt8]: [Certificate]]
    private let outside: Set<SHA256Digest>

    /// Gathers certificates from the folder under audit and from outside it; a certificate in both counts as inside.
    public init(_ inside: some Sequence<Certificate>, outside others: some Sequence<Certificate> = []) {
        var byName: [NameComparisonKey: [Certificate]] = [:]
        var seen: Set<SHA256Digest> = []
        var outside: Set<SHA256Digest> = []
        for certificate in inside where seen.insert(certificate.sha256).inserted {
            byName[NameComparisonKey(certificate.subject), default: []].append(certificate)
        }
        for certificate in others where seen.insert(certificate.sha256).inserted {
            outside.insert(certificate.sha256)
            byName[NameComparisonKey(certificate.subject), default: []].append(certificate)
        }
        // The order in which files were read must not decide anything.
        self.byName = byName.mapValues { $0.sorted { $0.sha256 < $1.sha256 } }
        var byEncoding: [[UInt8]: [Certificate]] = [:]
        for group in self.byName.values {
            for certificate in group { byEncoding[certificate.subject.der] = group }
        }
        self.byEncoding = byEncoding
        self.outside = outside
    }

    /// Every certificate whose subject is this name.
    func certificates(named name: DistinguishedName) -> [Certificate] {
        if let group = byEncoding[name.der] { return group }
        return byName[NameComparisonKey(name)] ?? []
    }

    func isOutside(_ certificate: Certificate) -> Bool {
        !outside.isEmpty && outside.contains(certificate.sha256)
    }
}
