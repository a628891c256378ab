/// What a text report keeps of the files: those to be named, and how many there were.
struct FileTally {
    /// Files named one by one in each list.
    static let named = 50

    /// Files of one kind that were left out.
    struct Skipped {
        var count = 0
        var paths: [String] = []
    }

    /// A file that holds private keys without a password.
    struct Exposed {
        let path: String
        let keys: [SHA256Digest?]
    }

    /// Files in which something could not be read.
    private(set) var unread: [FileRecord] = []
    private(set) var unreadCount = 0
    /// Files that hold nothing to read, by what they are.
    private(set) var skipped: [FileKind: Skipped] = [:]
    /// Files that hold keys for everyone to take.
    private(set) var exposed: [Exposed] = []
    private(set) var exposedCount = 0
    /// Files whose keys are under a password.
    private(set) var protectedKeyFiles = 0
    /// Files with something worth knowing.
    private(set) var noted: [(path: String, notes: [String])] = []
    private(set) var notedCount = 0

    mutating func add(_ record: FileRecord) {
        switch FileOutcome(record) {
        case .ok: break
        case .error:
            unreadCount += 1
            if unread.count < Self.named { unread.append(record) }
        case .skipped:
            skipped[record.kind, default: Skipped()].count += 1
            if skipped[record.kind, default: Skipped()].paths.count < Self.named {
                skipped[record.kind, default: Skipped()].paths.append(record.path)
            }
        }
        if !record.notes.isEmpty {
            notedCount += 1
            if noted.count < Self.named { noted.append((record.path, record.notes)) }
        }
        addKeys(of: record)
    }

    private mutating func addKeys(of record: FileRecord) {
        let open = record.privateKeys.filter { !$0.isEncrypted }
        if !open.isEmpty {
            exposedCount += 1
            if exposed.count < Self.named {
                exposed.append(Exposed(path: record.path, keys: open.prefix(10).map(\.publicKeySHA256)))
            }
        } else if !record.privateKeys.isEmpty {
            protectedKeyFiles += 1
        }
    }
}
