/// What holds for a whole audit and is known before its first certificate.
public struct AuditHeader: Sendable, Hashable {
    /// Microsoft's list, where that is what trust rests on.
    public struct List: Sendable, Hashable {
        /// When the list was made.
        public let thisUpdate: Instant
        /// The list's sequence number, hexadecimal.
        public let sequence: String
        /// Whole days from then to the audit's instant.
        public let ageDays: Int
        /// How many roots it names.
        public let entries: Int
        /// How many of them have their certificate here; to the others no path can be found.
        public let available: Int
        /// Whether it is so old that a newer one should be fetched.
        public var isOld: Bool { ageDays > MicrosoftRootList.daysUntilStale }
    }

    /// The instant for which everything is judged.
    public let time: Instant
    /// The list, nil where the user's own anchors stand in its place.
    public let list: List?
    /// How many anchors the user brought, nil where the list is used.
    public let privateAnchors: Int?
    /// The names asked about, as compared.
    public let references: [ReferenceIdentifier]
    /// What was given to be audited, as it was typed.
    public let inputs: [String]

    /// Whether the signatures on certificates are checked; where they are not, none is called eligible.
    public internal(set) var signatureChecking = SignatureChecking.checked
    /// How many revocation lists certificates are held against.
    public internal(set) var revocationLists = 0
    /// How many OCSP responses certificates are held against.
    public internal(set) var ocspResponses = 0
    /// How many certificates of servers the inventory holds, nil without an inventory.
    public internal(set) var installedCertificates: Int?

    /// What this audit of files cannot know, each a sentence.
    public var limits: [String] {
        (signatureChecking == .checked ? [] : [Self.signatureLimit]) + [
            "not checked: Microsoft's disallowed list, which is not published in a form that can be bundled",
            revocationLimit, "not known: what Exchange Online applies beyond Microsoft's root list",
        ]
    }

    private static let signatureLimit =
        "not checked: the signature on any certificate; issuers were told by names and key identifiers alone"

    private var revocationLimit: String {
        if signatureChecking == .notChecked {
            return "not checked: revocation, as lists and responses count only by their signatures"
        }
        guard revocationLists + ocspResponses > 0 else {
            return "not checked: revocation, for which no list or response was given"
        }
        let lists = revocationLists == 1 ? "1 list" : "\(revocationLists) lists"
        let responses = ocspResponses == 1 ? "1 response" : "\(ocspResponses) responses"
        return
            "revocation: checked against the \(lists) and \(responses) that were given, nothing was fetched"
    }
}

extension Audit {
    /// What is told before the first certificate.
    func header(names: [String], revocation: RevocationStore) -> AuditHeader {
        var header = header(names: names)
        header.signatureChecking = options.signatureChecking
        header.revocationLists = revocation.listCount
        header.ocspResponses = revocation.responseCount
        header.installedCertificates = options.installed?.count
        return header
    }

    private func header(names: [String]) -> AuditHeader {
        switch trust {
        case .microsoft(let list):
            AuditHeader(
                time: time,
                list: AuditHeader.List(
                    thisUpdate: list.thisUpdate,
                    sequence: list.sequenceNumber,
                    ageDays: list.ageInDays(at: time),
                    entries: list.entries.count,
                    available: list.available
                ),
                privateAnchors: nil,
                references: references,
                inputs: names
            )
        case .anchors(let anchors):
            AuditHeader(
                time: time,
                list: nil,
                privateAnchors: anchors.all.count,
                references: references,
                inputs: names
            )
        }
    }
}
