/// Finds at the end of an audit which certificates share the recommended one's TlsCertificateName.
///
/// Places are read again and parsed, which costs a fifth of a judgement, and only those told of are judged again: of
/// a hostile folder's thousands, twenty.
struct NamesakeSearch {
    /// Certificates kept of one name; a hostile folder can hold thousands.
    static let mostKept = 20

    private let second: SecondPass
    private let name: TlsCertificateName
    private var count = 0
    /// Those that expire last, in that order.
    private var kept: [(certificate: Certificate, place: Survey.Place)] = []

    /// Looks for certificates with a name at places in the order of the inputs.
    init(_ name: TlsCertificateName, at places: [Survey.Place], in second: SecondPass) {
        self.second = second
        self.name = name
        second.reread(places) { certificate, place in add(certificate, at: place) }
    }

    /// The others with the name of a certificate that was found, and how many more there are.
    func namesakes(of certificate: Certificate) -> (kept: [Namesake], rest: Int) {
        let others = kept.filter { $0.certificate != certificate }
            .map { Namesake(second.judge($0.certificate, at: $0.place)) }
        return (others, max(0, count - 1 - others.count))
    }

    private mutating func add(_ certificate: Certificate, at place: Survey.Place) {
        guard TlsCertificateName(certificate).text.utf8.elementsEqual(name.text.utf8) else { return }
        count += 1
        if let last = kept.last, kept.count == Self.mostKept, !Self.precedes(certificate, last.certificate) {
            return
        }
        let index = kept.firstIndex { Self.precedes(certificate, $0.certificate) } ?? kept.count
        kept.insert((certificate, place), at: index)
        if kept.count > Self.mostKept { kept.removeLast() }
    }

    /// Latest expiry first, then by thumbprint.
    private static func precedes(_ one: Certificate, _ other: Certificate) -> Bool {
        let (end, otherEnd) = (one.notAfter.instant, other.notAfter.instant)
        guard end != otherEnd else { return one.thumbprint < other.thumbprint }
        guard let otherEnd else { return true }
        return end.map { $0 > otherEnd } ?? false
    }
}
