/// The revocation lists and responses of one input, parsed in the first pass, and what its record is to say
/// of them.
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
