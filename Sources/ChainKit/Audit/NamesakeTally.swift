/// Where the certificates with each TlsCertificateName stand.
///
/// What is recommended is known only at the end. So a hash of every certificate's name is kept with its place, 16
/// octets, and those of the one name are read again then: keeping a few facts of each took several hundred.
struct NamesakeTally: Sendable {
    private struct Entry: Sendable {
        let hash: Int
        let place: Survey.Place
    }

    private var entries = BlockArray<Entry>()

    mutating func add(_ certificate: Certificate, at place: Survey.Place) {
        entries.append(
            Entry(hash: Self.hash(certificate.issuer.dotNet, certificate.subject.dotNet), place: place)
        )
    }

    /// Adds what another tally found behind this one.
    mutating func add(_ later: NamesakeTally) {
        later.entries.forEach { entries.append($0) }
    }

    /// The places of certificates with a name, in order; another name may have the same hash.
    func places(of name: TlsCertificateName) -> [Survey.Place] {
        let hash = Self.hash(name.issuer ?? "", name.subject ?? "")
        var places: [Survey.Place] = []
        entries.forEach { if $0.hash == hash { places.append($0.place) } }
        return places
    }

    /// Seeded anew in every process, so that nobody can make names that meet.
    private static func hash(_ issuer: String, _ subject: String) -> Int {
        var hasher = Hasher()
        hasher.combine(issuer)
        hasher.combine(subject)
        return hasher.finalize()
    }
}
