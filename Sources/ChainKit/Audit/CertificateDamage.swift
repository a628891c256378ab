/// What of a file's certificates could not be read: some told one by one, the rest counted.
struct CertificateDamage: Sendable {
    private struct Complaint: Sendable {
        /// The certificate's place in the file, from 0.
        let index: Int
        /// What follows "certificate 1 ".
        let words: String
    }

    /// A million damaged certificates in one file must not fill the memory.
    private let limit: Int
    private var told: [Complaint] = []
    private var count = 0
    /// How many could not be read at all.
    private(set) var refusals = 0

    init(limits: InputLimits) { limit = limits.problems }

    mutating func add(refusal: CertificateError, at index: Int) {
        refusals += 1
        add(Complaint(index: index, words: "does not parse: \(refusal.reason)"))
    }

    /// Adds what is damaged in a certificate, where something is.
    mutating func add(_ certificate: Certificate, at index: Int) {
        guard let damage = certificate.damage else { return }
        add(Complaint(index: index, words: "is damaged: \(damage)"))
    }

    /// Adds what was found in a later part of the file, whose first certificate stands at `first`.
    mutating func add(_ later: CertificateDamage, from first: Int) {
        refusals += later.refusals
        for complaint in later.told {
            add(Complaint(index: first + complaint.index, words: complaint.words))
        }
        count += later.count - later.told.count
    }

    private mutating func add(_ complaint: Complaint) {
        count += 1
        if told.count < limit { told.append(complaint) }
    }

    /// Says it in the file's record.
    func describe(in record: inout FileRecord) {
        record.certificates -= refusals
        record.problems += told.map { complaint in
            FileProblem(code: .malformed, detail: "certificate \(complaint.index + 1) \(complaint.words)")
        }
        guard count > told.count else { return }
        let detail = "and \(count - told.count) more certificates of this file are damaged or do not parse"
        record.problems.append(FileProblem(code: .malformed, detail: detail))
    }
}
