/// A certificate with the same TlsCertificateName as another: no connector can tell the two apart.
package struct Namesake: Sendable, Hashable {
    /// Its digest.
    package let sha256: SHA256Digest
    /// Exchange's handle.
    package let thumbprint: Thumbprint
    /// The start of its validity, nil where the certificate's own text is no time.
    package let notBefore: Instant?
    /// The end of its validity, nil where the certificate's own text is no time.
    package let notAfter: Instant?
    /// Its verdict, nil where it was not judged.
    package let verdict: Verdict?
    /// Where it stands.
    package let sources: [SourceLocation]

    init(_ record: AuditRecord) {
        sha256 = record.certificate.sha256
        thumbprint = record.certificate.thumbprint
        notBefore = record.certificate.notBefore.instant
        notAfter = record.certificate.notAfter.instant
        verdict = record.verdict
        sources = record.sources
    }
}

/// Finds at the end of an audit which certificates share the recommended one's TlsCertificateName.
///
/// They are fetched and parsed again, which costs a fifth of a judgement, and only those told of are judged
/// again: of a hostile folder's thousands, twenty.
struct NamesakeSearch {
    /// Certificates kept of one name; a hostile folder can hold thousands.
    static let mostKept = 20

    private let judge: LogJudge
    private let worker = Worker()
    private let name: TlsCertificateName
    private var count = 0
    /// Those that expire last, in that order.
    private var kept: [Certificate] = []

    /// Looks for certificates with a name among entries of the log, in their order; what is gone since is
    /// passed over.
    init(_ name: TlsCertificateName, at entries: [CertificateLog.Entry], _ judge: LogJudge) {
        self.judge = judge
        self.name = name
        let reader = judge.reader(worker)
        for entry in entries {
            if let certificate = judge.certificate(of: entry, reader, worker) { add(certificate) }
        }
    }

    /// The others with the name of a certificate that was found, and how many more there are.
    func namesakes(of certificate: Certificate) -> (kept: [Namesake], rest: Int) {
        let others = kept.filter { $0 != certificate }.map { Namesake(judge.record(of: $0, by: worker)) }
        return (others, max(0, count - 1 - others.count))
    }

    private mutating func add(_ certificate: Certificate) {
        guard TlsCertificateName(certificate).text.utf8.elementsEqual(name.text.utf8) else { return }
        count += 1
        if let last = kept.last, kept.count == Self.mostKept, !Self.precedes(certificate, last) {
            return
        }
        let index = kept.firstIndex { Self.precedes(certificate, $0) } ?? kept.count
        kept.insert(certificate, at: index)
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

/// Where the certificates with each TlsCertificateName stand in the log.
///
/// What is recommended is known only at the end. So a hash of every certificate's name is kept with its
/// entry, 16 octets, and those of the one name are fetched again then: keeping a few facts of each took
/// several hundred.
struct NamesakeTally: Sendable {
    private struct Entry: Sendable {
        let hash: Int
        let entry: CertificateLog.Entry
    }

    private var entries = BlockArray<Entry>()

    mutating func add(_ certificate: Certificate, at entry: CertificateLog.Entry) {
        entries.append(
            Entry(hash: Self.hash(certificate.issuer.dotNet, certificate.subject.dotNet), entry: entry)
        )
    }

    /// Adds what another tally found behind this one.
    mutating func add(_ later: NamesakeTally) {
        later.entries.forEach { entries.append($0) }
    }

    /// The entries of certificates with a name, in order; another name may have the same hash.
    func entries(of name: TlsCertificateName) -> [CertificateLog.Entry] {
        let hash = Self.hash(name.issuer ?? "", name.subject ?? "")
        var found: [CertificateLog.Entry] = []
        entries.forEach { if $0.hash == hash { found.append($0.entry) } }
        return found
    }

    /// Seeded anew in every process, so that nobody can make names that meet.
    private static func hash(_ issuer: String, _ subject: String) -> Int {
        var hasher = Hasher()
        hasher.combine(issuer)
        hasher.combine(subject)
        return hasher.finalize()
    }
}
