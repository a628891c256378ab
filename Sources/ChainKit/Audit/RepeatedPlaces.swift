/// Where certificates stand again: a list of places for each, all in one block array.
///
/// 12 octets a place and some 20 a certificate that is repeated at all; an array each would take a hundred.
struct RepeatedPlaces: Sendable {
    private struct Link {
        let place: Survey.Place
        /// The number of the next one of the same certificate, 0 for none.
        var next: UInt32 = 0
    }

    private struct Ends {
        let first: UInt32
        var last: UInt32
    }

    /// Numbered from 1.
    private var links = BlockArray<Link>()
    /// By the certificate's entry in ``FirstPlaces``.
    private var ends: [UInt32: Ends] = [:]

    /// How many places there are.
    var count: Int { links.count }

    mutating func append(_ place: Survey.Place, of entry: UInt32) {
        links.append(Link(place: place))
        let number = UInt32(links.count)
        if let last = ends[entry]?.last {
            links[Int(last) - 1].next = number
            ends[entry]?.last = number
        } else {
            ends[entry] = Ends(first: number, last: number)
        }
    }

    /// The places of a certificate, its first one and those behind it, in order.
    func places(of entry: UInt32, after first: Survey.Place) -> [Survey.Place] {
        var places = [first]
        var number = ends[entry]?.first ?? 0
        while number > 0 {
            let link = links[Int(number) - 1]
            places.append(link.place)
            number = link.next
        }
        return places
    }
}
