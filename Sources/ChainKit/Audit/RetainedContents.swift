/// What the first reading keeps of inputs, so that the second need not read them again.
///
/// What opens slowly or cannot be read twice is always kept. Of all others as much as a fixed room holds, which is a folder of ten
/// thousand files. Of a larger one the files of one certificate are laid down in a temporary file, so that they are read once,
/// too, which halves the traffic of a network share; only the rest is read twice.
struct RetainedContents: Sendable {
    /// What keeping an input takes, and each of its certificates, besides the certificates' octets.
    private static let overhead = (input: 768, certificate: 128)

    /// A file of one certificate.
    struct Lone: Sendable {
        let file: LoneCertificate
        let digest: SHA256Digest
    }

    /// Files of one certificate that are kept, by the numbers of their inputs.
    private(set) var lone: [Int32: Lone] = [:]
    private var entries: [Int32: SurveyedInput] = [:]
    /// Files of one certificate that are laid down.
    private(set) var spooled: SpooledFiles
    private var room: Int

    /// `spoolFolder` is where temporary files are made, nil to make none.
    init(_ limits: InputLimits, spoolFolder: String? = nil) {
        room = limits.keptBetweenReadings
        spooled = SpooledFiles(folder: spoolFolder, room: limits.spooledBetweenReadings)
    }

    subscript(input: Int32) -> SurveyedInput? { entries[input] }

    /// Keeps an input where it must be kept or there is room.
    mutating func add(_ read: SurveyedInput, isRereadable: Bool, at input: Int32) {
        let content = read.content
        // Opening a PKCS #12 means thousands of hash rounds: once is enough.
        if isRereadable, content.record.kind != .pkcs12 {
            // Only what is nothing but certificates: of all else the size is not known here.
            guard content.revocation.isEmpty, content.requests.isEmpty, content.record.problems.isEmpty,
                content.record.privateKeys.isEmpty
            else { return }
            let size = content.certificates.reduce(Self.overhead.input) {
                $0 + $1.der.count + Self.overhead.certificate
            }
            guard take(size) else { return }
        }
        entries[input] = read
    }

    /// Keeps a file of one certificate where there is room, and else lays it down.
    mutating func add(_ read: SurveyedLoneCertificate, at input: Int32) {
        guard take(Self.overhead.certificate + read.file.der.count) else {
            return spooled.add(read.file, digest: read.certificate.digest, at: input)
        }
        lone[input] = Lone(file: read.file, digest: read.certificate.digest)
    }

    /// Lays down what is to be laid down of the inputs that were added since the last time.
    mutating func endStep() { spooled.endBlock() }

    /// The file of one certificate that an input is, nil where it is none or was not kept.
    func lone(_ input: Int32, _ reader: SpoolReader) -> Lone? {
        if let kept = lone[input] { return kept }
        return reader.file(input, of: spooled).map { Lone(file: $0.file, digest: $0.digest) }
    }

    private mutating func take(_ size: Int) -> Bool {
        guard size <= room else { return false }
        room -= size
        return true
    }
}
