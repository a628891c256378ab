/// What the first pass found over all inputs: who may have issued what, which keys lie where, and the log of
/// all certificates.
struct AuditIndex: ~Copyable, Sendable {
    /// Every certificate that was read, in order.
    private(set) var log: CertificateLog
    /// Authorities, each once, in the order found.
    private(set) var authorities: [Certificate] = []
    private var known: [SHA256Digest: Certificate] = [:]
    /// Certificates that a bundle puts in an issuer's place although they are no authorities.
    private(set) var namedIssuers: [Certificate] = []
    /// Subjects that issued something else than themselves.
    private(set) var issuers: Set<[UInt8]> = []
    /// Unencrypted and encrypted private keys by their public key.
    private(set) var privateKeys: [SHA256Digest: [KeyPlace]] = [:]
    /// The outdated encryption of each input that needed one.
    private(set) var legacyContainers: [Int: String] = [:]
    /// Inputs that hold several certificates, authorities among them.
    private(set) var bundles: [Int: [Surroundings.Neighbour]] = [:]
    /// Revocation lists and responses of each input that holds some.
    private(set) var revocation: [Int: SurveyedRevocation] = [:]
    /// Whether somebody wanted the audit to end before everything was read.
    var isCutShort = false

    private let usesRevocation: Bool
    /// Nil without an inventory.
    private let installations: InstallationIndex?

    /// Where a private key lies.
    struct KeyPlace: Sendable, Hashable {
        let input: Int
        let isEncrypted: Bool
    }

    /// Nothing found yet in the inputs of an audit.
    init(of inputs: [AuditInput], _ audit: Audit) {
        log = CertificateLog(
            inputs,
            limits: audit.options.reader.limits,
            spoolFolder: audit.options.spoolFolder
        )
        usesRevocation = audit.usesRevocation
        installations = audit.options.installed.map { InstallationIndex($0) }
    }

    /// The authority with a digest, parsed already.
    func authority(_ digest: SHA256Digest) -> Certificate? { known[digest] }

    /// Adds what was found in the next input.
    mutating func add(_ read: SurveyedInput) {
        let input = log.count
        log.append(read.content, digests: read.survey.digests, authorities: read.survey.authorities)
        add(read.survey.authorities)
        issuers.formUnion(read.survey.issuers)
        namedIssuers += read.survey.namedIssuers
        addKeys(of: read.content.record, at: input)
        if read.survey.isBundle, read.survey.digests.count > 1, !read.survey.authorities.isEmpty {
            var authorities = BundleAuthorities()
            authorities.add(read.survey.authorities)
            bundles[input] = authorities.bundle
        }
        if read.survey.revocation.count > 0 || !read.survey.revocation.problems.isEmpty {
            revocation[input] = read.survey.revocation
        }
        guard let damage = read.survey.damage else { return }
        var record = read.content.record
        revocation[input]?.describe(in: &record, isUsed: usesRevocation)
        damage.describe(in: &record)
        log.divide(DividedFile(record, certificates: read.survey.digests.count))
    }

    /// Begins the next input, which is read in segments, and says which it is.
    mutating func beginBundle() -> Int {
        log.beginBundle()
        return log.count - 1
    }

    /// Adds what the next segment of a bundle holds.
    mutating func add(_ segment: SegmentSurvey) {
        log.append(segment.found.digests)
        add(segment.found.authorities)
    }

    /// Ends a bundle whose segments were all added; `certificates` reads those of a segment once more.
    mutating func endBundle(
        _ bundle: BundleSurvey,
        _ segments: PEMSegments,
        _ certificates: (Int) -> [EncodedCertificate]
    ) {
        let input = log.count - 1
        issuers.formUnion(bundle.issuers)
        for (number, indices) in bundle.namedIssuers {
            let certificates = certificates(number)
            namedIssuers += indices.filter { certificates.indices.contains($0) }
                .compactMap { try? Certificate(der: certificates[$0].der) }
                .filter { bundle.issuers.contains(Array($0.subject.der)) }
        }
        let record = bundle.record(usesRevocation: usesRevocation)
        addKeys(of: record, at: input)
        if bundle.certificates > 1 { bundles[input] = bundle.authorities.bundle }
        if bundle.revocation.count > 0 { revocation[input] = bundle.revocation }
        log.divide(DividedFile(record, parts: bundle.parts, segments: segments.anew))
    }

    private mutating func add(_ found: [Surroundings.Neighbour]) {
        for neighbour in found { add(neighbour.certificate) }
    }

    private mutating func add(_ authority: Certificate) {
        guard known[authority.sha256] == nil else { return }
        authorities.append(authority)
        known[authority.sha256] = authority
    }

    /// Adds a file's private keys, and how they were encrypted.
    private mutating func addKeys(of record: FileRecord, at input: Int) {
        for key in record.privateKeys {
            guard let digest = key.publicKeySHA256 else { continue }
            privateKeys[digest, default: []].append(KeyPlace(input: input, isEncrypted: key.isEncrypted))
        }
        if let algorithm = record.legacyEncryption { legacyContainers[input] = algorithm }
    }

    /// What the files say in which a certificate stands, and the inventory.
    func surroundings(of certificate: Certificate, at places: [CertificateLog.Place]) -> Surroundings {
        var surroundings = Surroundings(installations: installations?.installations(of: certificate) ?? [])
        for key in privateKeys[certificate.publicKey.sha256] ?? [] {
            if key.isEncrypted {
                surroundings.protectedKeyFiles.append(path(key.input))
            } else {
                surroundings.exposedKeyFiles.append(path(key.input))
            }
        }
        // A file that repeats a certificate is one bundle of it, not as many as there are copies.
        var met: Set<Int> = []
        for place in places where places.count == 1 || met.insert(place.input).inserted {
            if let algorithm = legacyContainers[place.input] {
                surroundings.legacyContainers.append(.init(path: path(place.input), algorithm: algorithm))
            }
            if let authorities = bundles[place.input] {
                surroundings.bundles.append(
                    .init(path: path(place.input), index: place.index, authorities: authorities)
                )
            }
        }
        return surroundings
    }

    private func path(_ input: Int) -> String { log.inputs[input].path }
}

/// Which servers have which certificate, for lookup.
struct InstallationIndex: Sendable {
    private let byThumbprint: [String: [InstalledCertificate]]

    init(_ installed: [InstalledCertificate]) {
        byThumbprint = Dictionary(grouping: installed, by: \.thumbprint)
    }

    /// The servers' records of a certificate.
    ///
    /// A thumbprint is SHA-1 and only a name: a record that has octets must have these.
    func installations(of certificate: Certificate) -> [InstalledCertificate] {
        let records = byThumbprint[certificate.thumbprint.hexadecimal] ?? []
        return records.filter { $0.certificate.map { $0 == certificate } ?? true }
    }
}
