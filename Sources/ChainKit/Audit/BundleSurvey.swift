/// What the first pass found in a file that is read in segments, put together in their order.
struct BundleSurvey {
    /// Says what the file gave beside certificates.
    private var collector: ContentCollector
    private let limits: InputLimits
    private var damage: CertificateDamage
    private var linesBefore = 0
    private var badLabelLine: Int?
    private var subjects = BlockArray<Int>()
    private var revocationOctets = 0
    private var hasChanged = false

    /// Certificates so far, those that do not parse among them.
    private(set) var certificates = 0
    /// The places of each segment's certificates.
    private(set) var parts: [Range<Int>] = []
    private(set) var authorities = BundleAuthorities()
    private(set) var issuers: Set<[UInt8]> = []
    private(set) var revocation = SurveyedRevocation()

    init(path: String, reader: InputReader) {
        collector = reader.collector(path: path)
        limits = reader.limits
        damage = CertificateDamage(limits: reader.limits)
    }

    mutating func add(_ segment: SegmentSurvey, of segments: PEMSegments) {
        let content = segment.content
        if content.fileSize != segments.size, !hasChanged {
            hasChanged = true
            collector.report(.changed("\(segments.size) octets at first, then \(content.fileSize)"))
        }
        parts.append(certificates..<(certificates + content.certificateCount))
        collector.append(content, linesBefore: linesBefore)
        badLabelLine = badLabelLine ?? content.badLabelLine.map { $0 + linesBefore }
        linesBefore += content.lineEnds
        if let damage = segment.found.damage { self.damage.add(damage, from: certificates) }
        authorities.add(segment.found.authorities, from: certificates)
        issuers.formUnion(segment.found.issuers)
        for subject in segment.subjects { subjects.append(subject) }
        add(content.revocation)
        certificates += content.certificateCount
    }

    /// Notes that a segment could not be read.
    mutating func add(_ failure: FileOctets.Failure, reader: InputReader) {
        for problem in reader.record(of: failure, path: collector.path).problems { collector.report(problem) }
        parts.append(certificates..<certificates)
    }

    /// Lists are kept parsed, so that what one file may have of them stays what it is for a file that is read at once.
    private mutating func add(_ found: EncodedRevocation) {
        let octets = (found.lists + found.responses).reduce(0) { $0 + $1.count }
        guard octets > 0 else { return }
        let wasWithin = revocationOctets <= limits.fileSize
        revocationOctets += octets
        if revocationOctets <= limits.fileSize {
            revocation.append(found)
        } else if wasWithin {
            let detail =
                "more than \(limits.fileSize) octets of revocation lists; split the file to have the rest used"
            collector.report(FileProblem(code: .tooLarge, detail: detail))
        }
    }

    /// The segments and places in them of certificates that are no authorities although others of the file name them as
    /// their issuer; perhaps of some more, as hashes may meet.
    var namedIssuers: [(segment: Int, indices: [Int])] {
        let names = Set(issuers.map { SegmentSurvey.hash($0[...]) })
        guard !names.isEmpty else { return [] }
        return parts.enumerated().compactMap { number, part in
            let indices = part.filter { names.contains(subjects[$0]) }.map { $0 - part.lowerBound }
            return indices.isEmpty ? nil : (number, indices)
        }
    }

    /// The file's record, once all segments were added.
    func record(usesRevocation: Bool) -> FileRecord {
        var collector = collector
        if let badLabelLine {
            collector.report(FileProblem(code: .malformed, line: badLabelLine, detail: PEMReader.badLabel))
        }
        let kind = PEMReader.kind(&collector)
        var record = collector.finish(kind: kind).record
        revocation.describe(in: &record, isUsed: usesRevocation)
        damage.describe(in: &record)
        return record
    }
}

/// What the first pass found in one segment of a bundle; places count from the segment's beginning.
struct SegmentSurvey: Sendable {
    /// What was read, without the certificates.
    let content: SegmentContent
    /// What stands in it as in any input.
    let found: InputSurvey
    /// A seeded hash of each certificate's subject, 0 for an authority: who has issued something in another
    /// segment is known only at the end of the file.
    private(set) var subjects: [Int] = []

    init(_ content: SegmentContent, limits: InputLimits, parsed: ParsedAuthorities, memory: CertificateMemory)
    {
        found = InputSurvey(
            FileContent(record: content.record, certificates: content.certificates),
            limits: limits,
            parsed: parsed,
            memory: memory,
            isPart: true
        )
        let authorities = Set(found.authorities.map(\.index))
        for (index, encoded) in content.certificates.enumerated() {
            let layout = authorities.contains(index) ? nil : CertificateLayout(encoded.der)
            subjects.append(layout.map { Self.hash(encoded.der[$0.subject]) } ?? 0)
        }
        var content = content
        content.certificates = []
        self.content = content
    }

    /// A hash of a name's octets that is never 0.
    static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize() | 1
    }
}

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
