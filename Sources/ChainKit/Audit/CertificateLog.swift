/// What an audit has read, in the order of its inputs: of each file what it is, of each certificate its
/// digest, and its octets where there is room for them.
///
/// The first pass writes it, the second goes through it and opens no file that it need not. Nobody copies it:
/// to count the references of all its parts for a look at one would cost more than the look. There may be
/// millions of entries: beside a file's path they take 8 octets a file, 8 a certificate, and 36 more and
/// finding them again (``DigestNumbers``) where it differs from all before.
struct CertificateLog: ~Copyable, Sendable {
    /// The number of a certificate at a place, counted over all inputs.
    typealias Entry = UInt32

    /// Which input, and which certificate in it.
    struct Place: Sendable, Hashable {
        let input: Int
        let index: Int
    }

    private struct File: Sendable {
        /// The first entry in it or behind it.
        let first: Entry
        /// What it is where that and the number of its certificates are all there is to say of it.
        let kind: FileKind?
    }

    private struct Link: Sendable {
        let certificate: UInt32
        /// The next entry of the same certificate; behind the last comes the first again.
        var next: Entry
    }

    let inputs: [AuditInput]
    private var files = BlockArray<File>()
    private var links = BlockArray<Link>()
    private var certificates = DigestNumbers()
    /// The last entry of each different certificate.
    private var lasts = BlockArray<Entry>()
    /// Octets of the certificates of files that are certificates and nothing else, save those of authorities.
    private(set) var octets: LogOctets
    /// What opens slowly or cannot be read twice, whole.
    private(set) var kept: [Int: FileContent] = [:]
    /// Files whose certificates are judged a part at a time.
    private(set) var divided: [Int: DividedFile] = [:]

    init(_ inputs: [AuditInput], limits: InputLimits, spoolFolder: String?) {
        self.inputs = inputs
        octets = LogOctets(limits, spoolFolder: spoolFolder)
    }

    /// How many inputs were added.
    var count: Int { files.count }
    /// How often a certificate stood where it had been seen before.
    var duplicates: Int { links.count - certificates.count }

    // MARK: - Writing

    /// Adds what the next input gave, and keeps of it what must be kept or finds room.
    mutating func append(
        _ content: FileContent,
        digests: [SHA256Digest],
        authorities: [Surroundings.Neighbour]
    ) {
        let input = inputs[files.count]
        // Opening a PKCS #12 means thousands of hash rounds. A path that was typed in another form than is
        // reported could not be told again if the file were gone.
        if !input.isRereadable || content.record.kind == .pkcs12
            || input.filePath.map({ $0 != content.record.path }) == true
        {
            kept[files.count] = content
            return beginInput(nil, digests)
        }
        let first = Entry(links.count)
        guard input.filePath != nil, content.record.isPlain else { return beginInput(nil, digests) }
        beginInput(content.record.kind, digests)
        var known = authorities[...]
        for (index, certificate) in content.certificates.enumerated() {
            if known.first?.index == index {
                known.removeFirst()
            } else {
                octets.append(certificate.der, of: first + Entry(index))
            }
        }
    }

    private mutating func beginInput(_ kind: FileKind?, _ digests: [SHA256Digest]) {
        files.append(File(first: Entry(links.count), kind: kind))
        append(digests)
    }

    /// Adds the next input, which is a bundle whose certificates are added a segment at a time.
    mutating func beginBundle() { beginInput(nil, []) }

    /// Adds certificates of the last input.
    mutating func append(_ digests: [SHA256Digest]) {
        for digest in digests {
            let entry = Entry(links.count)
            let number = certificates.insert(digest)
            if Int(number) == lasts.count {
                links.append(Link(certificate: number, next: entry))
                lasts.append(entry)
            } else {
                let last = lasts[Int(number)]
                links.append(Link(certificate: number, next: links[Int(last)].next))
                links[Int(last)].next = entry
                lasts[Int(number)] = entry
            }
        }
    }

    /// Says that the last input is judged a part at a time.
    mutating func divide(_ file: DividedFile) { divided[files.count - 1] = file }

    // MARK: - Reading

    /// The entries of an input, or of a part of it.
    func entries(of input: Int, part: Int? = nil) -> Range<Entry> {
        let first = files[input].first
        if let part, let range = divided[input]?.parts[part] {
            return (first + Entry(range.lowerBound))..<(first + Entry(range.upperBound))
        }
        return first..<(input + 1 < files.count ? files[input + 1].first : Entry(links.count))
    }

    /// The record of a file of which there is no more to say than what it is and how many certificates it
    /// holds.
    func plainRecord(of input: Int) -> FileRecord? {
        guard let kind = files[input].kind else { return nil }
        return FileRecord(path: inputs[input].path, kind: kind, certificates: entries(of: input).count)
    }

    func digest(of entry: Entry) -> SHA256Digest { certificates[links[Int(entry)].certificate] }

    /// Whether an entry's certificate stands nowhere before.
    func isFirst(_ entry: Entry) -> Bool {
        links[Int(lasts[Int(links[Int(entry)].certificate)])].next == entry
    }

    /// Every place of the certificate that stands first at an entry, in order; `place` is that one.
    func places(from first: Entry, at place: Place) -> [Place] {
        var places = [place]
        var entry = links[Int(first)].next
        while entry != first {
            places.append(self.place(of: entry))
            entry = links[Int(entry)].next
        }
        return places
    }

    /// Where an entry stands.
    func place(of entry: Entry) -> Place {
        // The last input that begins at the entry or before it.
        var (low, high) = (0, files.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if files[middle].first <= entry { low = middle } else { high = middle }
        }
        return Place(input: low, index: Int(entry - files[low].first))
    }

    /// Every place of the certificate with a digest, in order.
    func places(of digest: SHA256Digest) -> [Place] {
        guard let number = certificates.number(of: digest) else { return [] }
        let first = links[Int(lasts[Int(number)])].next
        return places(from: first, at: place(of: first))
    }

    func location(_ place: Place) -> SourceLocation {
        SourceLocation(path: inputs[place.input].path, index: place.index)
    }
}
