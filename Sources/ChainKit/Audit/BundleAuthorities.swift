/// The authorities that stand in one file, each where it stands first.
///
/// What is said of a bundle is worked out anew for each of its certificates, and a dump of a log repeats the issuers
/// after every one of thousands: told apart by place, that would cost the square of the file.
struct BundleAuthorities: Sendable {
    /// Different authorities of a file that may still be meant to be sent by a server; more are a store.
    static let most = 1_000

    private var neighbours: [Surroundings.Neighbour] = []
    private var known: Set<SHA256Digest> = []
    private var isStore = false

    /// Nil where there are none, or so many that they are no bundle.
    var bundle: [Surroundings.Neighbour]? { isStore || neighbours.isEmpty ? nil : neighbours }

    /// Adds authorities of a part of the file, whose first certificate stands at `first`.
    mutating func add(_ found: [Surroundings.Neighbour], from first: Int = 0) {
        for neighbour in found where !isStore && known.insert(neighbour.certificate.sha256).inserted {
            neighbours.append(
                Surroundings.Neighbour(index: first + neighbour.index, certificate: neighbour.certificate)
            )
            isStore = neighbours.count > Self.most
        }
    }
}
