/// Which certificates of an audit share a TlsCertificateName.
///
/// What is recommended is known only at the end, so a few facts of every certificate are kept, by a digest of its name.
struct NamesakeTally: Sendable {
    fileprivate struct Group: Sendable {
        var count = 0
        /// Those that expire last, in that order.
        var kept: [Namesake] = []
    }

    /// Certificates kept of one name; a hostile folder can hold thousands.
    static let mostKept = 20

    private var groups: [SHA256Digest: Group] = [:]

    mutating func add(_ record: AuditRecord) {
        let name = TlsCertificateName(record.certificate)
        groups[Self.key(name), default: Group()].add(Namesake(record))
    }

    /// Adds what another tally counted.
    mutating func add(_ other: NamesakeTally) {
        groups.merge(other.groups) { one, other in
            var merged = one
            for namesake in other.kept { merged.add(namesake) }
            merged.count = one.count + other.count
            return merged
        }
    }

    /// The others with the name of a certificate that was added, and how many more there are.
    func namesakes(of certificate: Certificate, _ name: TlsCertificateName) -> (kept: [Namesake], rest: Int) {
        guard let group = groups[Self.key(name)] else { return ([], 0) }
        let others = group.kept.filter { $0.sha256 != certificate.sha256 }
        return (others, group.count - 1 - others.count)
    }

    private static func key(_ name: TlsCertificateName) -> SHA256Digest { SHA256Digest(of: name.text.utf8) }
}

extension NamesakeTally.Group {
    fileprivate mutating func add(_ namesake: Namesake) {
        count += 1
        let place = kept.firstIndex { Namesake.precedes(namesake, $0) } ?? kept.count
        kept.insert(namesake, at: place)
        if kept.count > NamesakeTally.mostKept { kept.removeLast() }
    }
}
