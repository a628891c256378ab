/// Finds the renewal of each certificate among the others: one that has the same names, which works when the
/// first stops and lasts longer.
///
/// A wildcard that stands for the names is no renewal: whoever asks about a name learns from ``NameTimeline``
/// that it works.
struct Successors {
    /// Certificates looked at for one: of those that share a name the ones that last longest.
    private static let mostCandidates = 64

    private let certificates: [CertificateTimeline]
    private let names: [Set<String>]
    /// Places of those that work at some time, by name, those that last longest first.
    private var byName: [String: [Int]] = [:]

    /// Compares all names of the certificates: a renewal that lacks one breaks what uses that name.
    init(_ certificates: [CertificateTimeline]) {
        self.certificates = certificates
        names = certificates.map(\.certificate.coveredNames)
        for place in certificates.indices where !certificates[place].working.isEmpty {
            for name in names[place] { byName[name, default: []].append(place) }
        }
        for name in byName.keys {
            byName[name]?.sort { Self.lasts(certificates[$0], longerThan: certificates[$1]) }
        }
    }

    /// The renewal of the certificate at a place: the one that lasts longest.
    func successor(at place: Int) -> CertificateTimeline.Successor? {
        let item = certificates[place]
        guard let stop = item.stop, !names[place].isEmpty else { return nil }
        // A renewal covers every name, so that it is among the candidates of each: the name with the fewest
        // will do.
        let fewest = names[place].map { (candidates(for: $0).count, $0) }.min(by: <)
        guard let fewest else { return nil }
        var best: Int?
        for other in candidates(for: fewest.1)
        where other != place && certificates[other].works(at: stop.time) {
            guard names[place].isSubset(of: names[other]) else { continue }
            if best.map({ Self.lasts(certificates[other], longerThan: certificates[$0]) }) ?? true {
                best = other
            }
        }
        return best.map {
            CertificateTimeline.Successor(
                certificate: certificates[$0].certificate,
                sources: certificates[$0].record.sources,
                until: certificates[$0].working.last?.until
            )
        }
    }

    /// Those that have a name and last longest.
    private func candidates(for name: String) -> ArraySlice<Int> {
        (byName[name] ?? []).prefix(Self.mostCandidates)
    }

    private static func lasts(_ one: CertificateTimeline, longerThan other: CertificateTimeline) -> Bool {
        let (end, otherEnd) = (one.working.last?.until, other.working.last?.until)
        if let end, let otherEnd, end != otherEnd { return end > otherEnd }
        if (end == nil) != (otherEnd == nil) { return end == nil }
        return one.certificate.thumbprint < other.certificate.thumbprint
    }
}

extension CertificateTimeline {
    fileprivate func works(at time: Instant) -> Bool {
        working.contains { $0.from <= time && ($0.until.map { time < $0 } ?? true) }
    }
}
