/// What a first pass over everything found: who may have issued what, and where each certificate stands.
///
/// Of a certificate that is no authority only its digest and its place are remembered; the second pass reads it again.
struct Survey: Sendable {
    /// A place in the inputs: which input, and which certificate in it.
    struct Place: Sendable, Hashable {
        let input: Int32
        let index: Int32
    }

    /// Authorities, each once, in the order found.
    private(set) var authorities: [Certificate] = []
    private var known: [SHA256Digest: Certificate] = [:]
    /// Certificates that a bundle puts in an issuer's place although they are no authorities.
    private(set) var namedIssuers: [Certificate] = []
    /// Subjects that issued something else than themselves.
    private(set) var issuers: Set<[UInt8]> = []
    /// Unencrypted and encrypted private keys by their public key.
    private(set) var privateKeys: [SHA256Digest: [KeyPlace]] = [:]
    private(set) var legacyContainers: [Int32: String] = [:]
    /// Inputs that hold several certificates, authorities among them.
    private(set) var bundles: [Int32: [Surroundings.Neighbour]] = [:]
    /// Inputs that need not be read again.
    private(set) var retained: RetainedContents

    /// Revocation lists and responses of each input that holds some.
    private(set) var revocation: [Int32: SurveyedRevocation] = [:]

    /// Inputs that were read in segments.
    private(set) var segmented: [Int32: SegmentedFile] = [:]
    /// The one that is being read.
    private var bundle: BundleSurvey?

    /// What each input gave, to tell whether the second pass reads the same; 0 for what is read in segments.
    private var checksums = BlockArray<UInt64>()
    private var firstPlaces = FirstPlaces()
    private var repeats = RepeatedPlaces()

    /// Where a private key lies.
    struct KeyPlace: Sendable, Hashable {
        let input: Int32
        let isEncrypted: Bool
    }

    /// How often a certificate stood where it had been seen before.
    var duplicates: Int { repeats.count }

    /// Every place of a certificate, in order; none where only a second reading has seen it.
    func places(of digest: SHA256Digest) -> [Place] {
        guard let (entry, place) = firstPlaces.first(of: digest) else { return [] }
        return repeats.places(of: entry, after: place)
    }

    /// The same of a certificate that stands at a place; nil where it stands at another one before.
    func places(of digest: SHA256Digest, from place: Place) -> [Place]? {
        guard let (entry, first) = firstPlaces.first(of: digest) else { return [] }
        return first == place ? repeats.places(of: entry, after: place) : nil
    }

    /// The authority with a digest, parsed already.
    func authority(_ digest: SHA256Digest) -> Certificate? { known[digest] }

    init(limits: InputLimits, spoolFolder: String? = nil) {
        retained = RetainedContents(limits, spoolFolder: spoolFolder)
    }

    /// Tells that the inputs of one step were added.
    mutating func endStep() { retained.endStep() }

    /// Adds what was found in an input, and keeps what was read of it where it must be or there is room.
    mutating func add(_ input: SurveyedInput, isRereadable: Bool, at number: Int32) {
        retained.add(input, isRereadable: isRereadable, at: number)
        noteChecksum(SegmentedFile.checksum(input.survey.digests), of: number)
        add(input.survey, at: number)
    }

    /// Adds a file of one certificate, and keeps it where there is room.
    mutating func add(_ lone: SurveyedLoneCertificate, at number: Int32) {
        retained.add(lone, at: number)
        noteChecksum(SegmentedFile.checksum(CollectionOfOne(lone.certificate.digest)), of: number)
        add(lone.certificate.digest, at: Place(input: number, index: 0))
        if let issuer = lone.certificate.issuer { issuers.insert(issuer) }
        if let authority = lone.certificate.authority { add(authority) }
    }

    private mutating func noteChecksum(_ checksum: UInt64, of input: Int32) {
        while checksums.count < Int(input) { checksums.append(0) }
        checksums.append(checksum)
    }

    /// Whether certificates are those that the first pass has read in an input.
    func hasRead(_ digests: some Sequence<SHA256Digest>, in input: Int32) -> Bool {
        // An audit that was interrupted has not read everything.
        Int(input) >= checksums.count || checksums[Int(input)] == SegmentedFile.checksum(digests)
    }

    private mutating func add(_ found: InputSurvey, at input: Int32) {
        add(found.digests, at: input, from: 0)
        add(found.authorities)
        issuers.formUnion(found.issuers)
        namedIssuers += found.namedIssuers
        add(found.privateKeys, at: input)
        if let algorithm = found.legacyEncryption { legacyContainers[input] = algorithm }
        if found.isBundle, found.digests.count > 1, !found.authorities.isEmpty {
            var authorities = BundleAuthorities()
            authorities.add(found.authorities)
            bundles[input] = authorities.bundle
        }
        if found.revocation.count > 0 || !found.revocation.problems.isEmpty {
            revocation[input] = found.revocation
        }
    }

    /// Adds what the next segment of an input holds, and says which one it was.
    mutating func add(
        _ found: Result<SegmentSurvey, FileOctets.Failure>,
        of segments: PEMSegments,
        reader: InputReader,
        at input: Int32
    ) -> Int {
        var bundle = bundle.take() ?? BundleSurvey(path: segments.path, reader: reader)
        switch found {
        case .success(let segment):
            add(segment.found.digests, at: input, from: bundle.certificates)
            add(segment.found.authorities)
            bundle.add(segment, of: segments)
        case .failure(let failure): bundle.add(failure, reader: reader)
        }
        self.bundle = bundle
        return bundle.parts.count - 1
    }

    /// Closes an input whose last segment was added; `certificates` reads those of a segment once more.
    mutating func finishSegments(
        at input: Int32,
        usesRevocation: Bool,
        _ certificates: (Int) -> [EncodedCertificate]
    ) {
        guard let bundle = bundle.take() else { return }
        issuers.formUnion(bundle.issuers)
        for (number, indices) in bundle.namedIssuers {
            let certificates = certificates(number)
            namedIssuers += indices.filter { certificates.indices.contains($0) }
                .compactMap { try? Certificate(der: certificates[$0].der) }
                .filter { bundle.issuers.contains(Array($0.subject.der)) }
        }
        let file = bundle.close(usesRevocation: usesRevocation)
        add(file.record.privateKeys, at: input)
        if let algorithm = file.record.legacyEncryption { legacyContainers[input] = algorithm }
        if bundle.certificates > 1 { bundles[input] = bundle.authorities.bundle }
        if bundle.revocation.count > 0 { revocation[input] = bundle.revocation }
        segmented[input] = file
    }

    private mutating func add(_ digests: [SHA256Digest], at input: Int32, from start: Int) {
        for (index, digest) in digests.enumerated() {
            add(digest, at: Place(input: input, index: Int32(clamping: start + index)))
        }
    }

    private mutating func add(_ digest: SHA256Digest, at place: Place) {
        if !firstPlaces.insert(digest, at: place), let (entry, _) = firstPlaces.first(of: digest) {
            repeats.append(place, of: entry)
        }
    }

    private mutating func add(_ found: [Surroundings.Neighbour]) {
        for neighbour in found { add(neighbour.certificate) }
    }

    private mutating func add(_ authority: Certificate) {
        guard known[authority.sha256] == nil else { return }
        authorities.append(authority)
        known[authority.sha256] = authority
    }

    private mutating func add(_ keys: [FoundPrivateKey], at input: Int32) {
        for key in keys {
            guard let digest = key.publicKeySHA256 else { continue }
            privateKeys[digest, default: []].append(KeyPlace(input: input, isEncrypted: key.isEncrypted))
        }
    }
}

/// What the first reading got from one input, passed on and kept by reference.
final class SurveyedInput: Sendable {
    let content: FileContent
    let survey: InputSurvey

    init(_ content: FileContent, parsed: ParsedAuthorities, memory: CertificateMemory? = nil) {
        self.content = content
        survey = InputSurvey(content, parsed: parsed, memory: memory)
    }
}

/// The revocation lists and responses of one input, parsed in the first pass, and what its record is to say of them.
struct SurveyedRevocation: Sendable {
    private(set) var lists: [RevocationList] = []
    private(set) var responses: [OCSPResponse] = []
    private(set) var notes: [String] = []
    private(set) var problems: [FileProblem] = []
    /// Lists and responses of parts that were added before, those that do not parse among them.
    private var listsBefore = 0
    private var responsesBefore = 0

    /// Nothing found.
    init() {}

    init(_ encoded: EncodedRevocation) { append(encoded) }

    /// Adds what a later part of the input holds.
    mutating func append(_ encoded: EncodedRevocation) {
        for (index, der) in encoded.lists.enumerated() {
            do throws(RevocationListError) {
                let list = try RevocationList(der: der)
                lists.append(list)
                note(list.summary)
            } catch {
                problem("revocation list \(listsBefore + index + 1) does not parse: \(error.reason)")
            }
        }
        for (index, der) in encoded.responses.enumerated() {
            do throws(RevocationListError) {
                let response = try OCSPResponse(der: der)
                responses.append(response)
                let count = response.singles.count
                note("OCSP response about \(count == 1 ? "1 certificate" : "\(count) certificates")")
            } catch {
                problem("OCSP response \(responsesBefore + index + 1) does not parse: \(error.reason)")
            }
        }
        listsBefore += encoded.lists.count
        responsesBefore += encoded.responses.count
    }

    var count: Int { lists.count + responses.count }

    /// Says in a file's record what became of its lists and responses.
    func describe(in record: inout FileRecord, isUsed: Bool) {
        record.revocationsUsed = isUsed ? count : 0
        record.notes += notes.map { (isUsed ? "used: " : "not used, as no signature is checked: ") + $0 }
        record.problems += problems
    }

    private mutating func note(_ sentence: String) {
        if notes.count < Self.mostNotes, !notes.contains(sentence) { notes.append(sentence) }
    }

    private mutating func problem(_ detail: String) {
        if problems.count < Self.mostNotes {
            problems.append(FileProblem(code: .malformed, detail: detail))
        }
    }

    /// Sentences told of one file; the rest is only counted.
    private static let mostNotes = 20
}

extension RevocationList {
    /// What the list is, in one line.
    var summary: String {
        let kind = isDelta ? "delta revocation list" : "revocation list"
        let entries = entryCount == 1 ? "1 entry" : "\(entryCount) entries"
        let text = "\(kind) of \(issuer.rfc4514), \(entries)"
        // Not `nextUpdate?.instant.map`: Swift 6.3.1's optimiser crashes on it.
        guard case .instant(let end)? = nextUpdate else { return text }
        return "\(text), until \(end.rfc3339)"
    }
}
