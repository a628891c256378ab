import OpenSSLBridge

/// Reads files of any kind and gives the certificates in them.
///
/// By content, never by name. Nothing here throws: a bad file is a record that says what was wrong. A reader may be
/// used from any number of threads; all copies of it spend one budget on passwords.
public struct InputReader: Sendable {
    private let passwords: [[UInt8]]
    private(set) var limits: InputLimits
    /// Rounds of key derivation left for everything that is read with this reader.
    private let allowance: DerivationAllowance

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - passwords: what is tried on encrypted files, beside no password and the empty one; never printed.
    ///   - limits: how much one file may cost.
    public init(passwords: [[UInt8]] = [], limits: InputLimits = InputLimits()) {
        self.passwords = passwords
        self.limits = limits
        allowance = DerivationAllowance(limits.keyDerivationRoundsOfRun)
    }

    /// Reads a file by the path that a `FolderListing` gave or that a person typed.
    public func read(path: String) -> FileContent {
        do throws(FileOctets.Failure) {
            let path = ReportedPath.text(typed: path)
            return read(try FileOctets.read(path, limit: limits.fileSize), path: path)
        } catch {
            return FileContent(record: record(of: error, path: path))
        }
    }

    /// What a file gives to who reads it for the first time.
    enum FirstReading {
        case whole(FileContent)
        /// Too large to be read at once.
        case segments(PEMSegments)
    }

    /// Reads a file, or plans how: told when it is open, as to ask for its size before costs a network share a round trip
    /// for each file.
    func firstReading(path: String, with small: SmallFileReader) -> FirstReading {
        do throws(FileOctets.Failure) {
            let path = ReportedPath.text(typed: path)
            if let small = read(small: path, limit: limits.segmentSize, with: small) { return .whole(small) }
            let file = try RegularFile(path)
            if let segments = PEMSegments(file, path: path, limits: limits) { return .segments(segments) }
            let octets = try FileOctets.read(file, limit: limits.fileSize)
            return .whole(read(octets, path: path))
        } catch {
            return .whole(FileContent(record: record(of: error, path: path)))
        }
    }

    /// Reads a file as ``read(path:)`` does, at less cost where it is one of many small ones.
    func read(path: String, with small: SmallFileReader) -> FileContent {
        let path = ReportedPath.text(typed: path)
        return read(small: path, limit: .max, with: small) ?? read(path: path)
    }

    private func read(small path: String, limit: Int, with reader: SmallFileReader) -> FileContent? {
        reader.withOctets(of: path) { octets in
            guard octets.count <= limit else { return nil }
            // A path that needs no look at the disk to be told, so that it is the same when the file is gone.
            if ReportedPath.isWrittenAsItIs(path), let lone = LoneCertificate(octets, limits: limits) {
                return lone.content(path: path)
            }
            return read(Array(octets), path: path)
        }
    }

    /// Reads octets that were got in another way, as from standard input; `path` is what the report calls them.
    public func read(_ octets: [UInt8], path: String) -> FileContent {
        var collector = collector(path: path)
        guard octets.count <= limits.fileSize else {
            return FileContent(record: record(of: .tooLarge, path: path))
        }
        let budget = collector.budget
        let kind = ContentReader.read(octets, into: &collector, nesting: limits.nesting)
        allowance.charge(budget.remaining - collector.budget.remaining)
        return (consume collector).finish(kind: kind)
    }

    /// The same reader, which leaves private keys alone: for octets whose keys are known.
    var withoutPrivateKeys: InputReader {
        var reader = self
        reader.limits.privateKeys = 0
        return reader
    }

    /// The same reader with a whole budget: for questions that have nothing to do with those before.
    var anew: InputReader { InputReader(passwords: passwords, limits: limits) }

    /// Takes rounds of key derivation from what is left for the run.
    func charge(_ rounds: Int) { allowance.charge(rounds) }

    /// Gathers what is found in a file.
    func collector(path: String) -> ContentCollector {
        ContentCollector(path: path, limits: limits, passwords: passwords, roundsLeft: allowance.remaining)
    }

    func record(of failure: FileOctets.Failure, path: String) -> FileRecord {
        switch failure {
        case .system(let number):
            let detail = "cannot be read: \(FileOctets.Failure.words(number))"
            return FileRecord(
                path: path,
                kind: .other,
                problems: [.init(code: failure.problemCode, detail: detail)]
            )
        case .notRegular(let isFolder):
            let detail =
                isFolder ? "a folder, where a file was expected" : "a device, pipe or socket: not opened"
            let problem = FileProblem(code: isFolder ? .unreadable : .notACertificate, detail: detail)
            return FileRecord(path: path, kind: isFolder ? .folder : .special, problems: [problem])
        case .tooLarge:
            let detail = "larger than the limit of \(limits.fileSize) octets; split it to have it read"
            return FileRecord(path: path, kind: .other, problems: [.init(code: .tooLarge, detail: detail)])
        }
    }
}

/// How much work and memory one file may cost.
public struct InputLimits: Sendable, Hashable {
    /// Octets of a file; 64 MiB are some 40,000 certificates, and three times that is the most memory a file takes.
    public var fileSize = 64 << 20
    /// Octets of one certificate; 10,000 names take 300 kB, and OpenSSL's TLS refuses more than 100 kB of them all.
    public var certificateSize = 1 << 20
    /// Certificates of a file, or of a segment of one; Microsoft's whole list has 555, a national archive some 10,000.
    public var certificates = 100_000
    /// Octets of text that an audit reads at a time from a larger file of PEM: some 300 certificates, whose report takes
    /// thrice that while it waits for its turn.
    ///
    /// Such a file may be of any size; ``fileSize`` then holds for one block, and for what is kept of its revocation lists.
    public var segmentSize = 256 << 10
    /// Octets of certificates that an audit keeps in memory until they are judged: of a folder of ten
    /// thousand files, all.
    public var keptBetweenReadings = 16 << 20
    /// Octets of certificates that an audit lays down in a temporary file once it keeps
    /// ``keptBetweenReadings``: some eight hundred thousand of them.
    public var spooledBetweenReadings = 1 << 30
    /// Problems told one by one; the rest is counted, because a hostile file can hold one a line.
    public var problems = 20
    /// Private keys noticed in one file; each costs 80 us to decode.
    public var privateKeys = 1_000
    /// Rounds of key derivation spent on one file, all passwords together: about two seconds.
    ///
    /// OpenSSL writes 2,048 rounds, Java 10,000, OWASP's advice for PBKDF2 is 600,000.
    public var keyDerivationRounds = 4_000_000
    /// Rounds of key derivation spent on all files of a run together: about a minute and a half.
    public var keyDerivationRoundsOfRun = 200_000_000
    /// How often base64 inside base64 is followed.
    public var nesting = 2

    /// The limits as they stand above.
    public init() {}
}
