import OpenSSLBridge

/// Gathers what is found in one file, within the limits.
struct ContentCollector {
    let path: String
    let limits: InputLimits
    let passwords: [[UInt8]]
    private(set) var certificates: [EncodedCertificate] = []
    private(set) var revocation = EncodedRevocation()
    private(set) var requests: [[UInt8]] = []
    private(set) var record: FileRecord
    private(set) var problemCount = 0
    private var isCertificateLimitReported = false
    /// Families of things met, in order, each once.
    private(set) var families: [FileKind] = []
    /// The text that line numbers count in, nil while binary octets are read.
    var text: [UInt8]?
    var budget: IterationBudget
    /// Whether the run has less left than a file may cost.
    private let isShortOfRounds: Bool

    /// `roundsLeft` is how many rounds of key derivation the run may still spend.
    init(path: String, limits: InputLimits, passwords: [[UInt8]], roundsLeft: Int) {
        self.path = path
        self.limits = limits
        self.passwords = passwords
        record = FileRecord(path: path, kind: .other)
        budget = IterationBudget(min(limits.keyDerivationRounds, roundsLeft))
        isShortOfRounds = roundsLeft < limits.keyDerivationRounds
    }

    mutating func add(certificate der: [UInt8]) {
        guard certificates.count < limits.certificates else {
            guard !isCertificateLimitReported else { return }
            isCertificateLimitReported = true
            let detail = "more than \(limits.certificates) certificates; split the file to have the rest read"
            report(.tooLarge, detail)
            return
        }
        guard der.count <= limits.certificateSize else {
            return report(.tooLarge, "a certificate of \(der.count) octets, which no server could send")
        }
        let location = SourceLocation(path: path, index: certificates.count)
        certificates.append(EncodedCertificate(location: location, der: der))
        record.certificates += 1
    }

    /// Keeps a revocation list; the limit of certificates holds for lists too.
    mutating func add(revocationList der: [UInt8]) {
        if revocation.lists.count < limits.certificates { revocation.lists.append(der) }
    }

    /// Keeps an OCSP response, within the same limit.
    mutating func add(ocspResponse der: [UInt8]) {
        if revocation.responses.count < limits.certificates { revocation.responses.append(der) }
    }

    /// Keeps a certificate request, within the same limit.
    mutating func add(request der: [UInt8]) {
        if requests.count < limits.certificates { requests.append(der) }
    }

    /// How many more certificates count; one over, so that going over is noticed.
    var certificatesWanted: Int { limits.certificates - certificates.count + 1 }

    /// Whether a private key more is noted.
    var wantsPrivateKeys: Bool { record.privateKeys.count < limits.privateKeys }

    /// Notes a private key; its public half is worked out only while the limit is not reached.
    mutating func add(isEncrypted: Bool, privateKey publicKeyInfo: (inout IterationBudget) -> [UInt8]?) {
        guard wantsPrivateKeys else { return }
        let digest = publicKeyInfo(&budget).map { SHA256Digest(of: $0) }
        record.privateKeys.append(FoundPrivateKey(publicKeySHA256: digest, isEncrypted: isEncrypted))
    }

    mutating func met(_ family: FileKind) {
        if !families.contains(family) { families.append(family) }
    }

    mutating func note(_ sentence: String) {
        if !record.notes.contains(sentence) { record.notes.append(sentence) }
    }

    mutating func noteLegacyEncryption(_ name: String?) {
        if let name, record.legacyEncryption == nil { record.legacyEncryption = name }
    }

    /// Reports a problem at an offset: told as a line in text, as an offset in binary octets.
    mutating func report(_ code: FileProblemCode, at offset: Int? = nil, _ detail: String) {
        // Counting lines costs a look at the whole text.
        guard problemCount < limits.problems else { return leaveOut(problems: 1) }
        let line = offset.flatMap { offset in text.map { PEMScanner.line(of: offset, in: $0) } }
        report(FileProblem(code: code, line: line, offset: line == nil ? offset : nil, detail: detail))
    }

    /// Reports a problem whose place is known.
    mutating func report(_ problem: FileProblem) {
        problemCount += 1
        if problemCount <= limits.problems { record.problems.append(problem) }
    }

    /// Counts problems that are not told.
    mutating func leaveOut(problems count: Int) { problemCount += count }

    /// Adds keys that were noticed already, within the limit.
    mutating func add(privateKeys keys: [FoundPrivateKey]) {
        record.privateKeys += keys.prefix(max(0, limits.privateKeys - record.privateKeys.count))
    }

    /// Counts certificates that are not kept here.
    mutating func add(certificates count: Int) { record.certificates += count }

    mutating func report(_ failure: PasswordFailure, opening what: String) {
        switch failure {
        case .malformed(let reason):
            report(.malformed, "the \(what) is damaged: \(reason)")
        case .wrongPassword:
            let hint =
                passwords.isEmpty
                ? "give its password with --password-file" : "none of the given passwords opens it"
            report(.wrongPassword, "the \(what) is under a password; \(hint)")
        case .unsupportedAlgorithm(let name):
            report(.unsupportedAlgorithm, "the \(what) uses \(name), which this OpenSSL does not have")
        case .legacyProviderMissing(let name):
            let hint = "install OpenSSL's legacy provider, or export it again with AES"
            report(.unsupportedAlgorithm, "the \(what) is encrypted with \(name); \(hint)")
        case .tooManyIterations(let count, let tried):
            let limit =
                isShortOfRounds
                ? "the limit of \(limits.keyDerivationRoundsOfRun) for all files together is used up"
                : "the limit is \(limits.keyDerivationRounds) for a file"
            let hint = passwords.count > 1 ? "; give fewer passwords, or this file with its own" : ""
            let detail =
                "the \(what) was not opened: \(tried) of \(passwords.count) passwords were tried. Each try costs \(count) "
                + "rounds of key derivation, and \(limit)\(hint)"
            report(.tooLarge, detail)
        }
    }

    /// Closes the record: its kind, and why it gave nothing where it gave nothing.
    consuming func finish(kind: FileKind) -> FileContent {
        record.kind = kind
        if problemCount > limits.problems {
            let detail = "and \(problemCount - limits.problems) more problems of this file"
            record.problems.append(FileProblem(code: .malformed, detail: detail))
        }
        return FileContent(
            record: record,
            certificates: certificates,
            revocation: revocation,
            requests: requests
        )
    }
}
