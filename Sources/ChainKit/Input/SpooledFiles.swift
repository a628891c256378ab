/// Files of one certificate for which a first reading has no room in memory, laid down for the second.
///
/// A folder of a hundred thousand files would else be opened and read file by file twice, over a network as well as on
/// a disk: from here what was read comes back a block of files at a time, with the digests worked out. What finds no room here
/// either is read again.
struct SpooledFiles: Sendable {
    /// Files that were laid down together.
    struct Block: Sendable {
        /// The number of the first one's input.
        let first: Int32
        let offset: Int
        let count: Int
    }

    /// What stands before a file's octets: the input's number, their count, the kind, the digest.
    static let headerSize = 4 + 4 + 1 + 32

    private let folder: String?
    /// Made when something is to be laid down; nil before, and once that failed.
    private(set) var spool: Spool?
    private var room: Int
    private var blocks: [Block] = []
    private var offset = 0
    private var pending: [UInt8] = []
    private var firstPending: Int32 = 0

    /// - Parameters:
    ///   - folder: where temporary files are made, nil to lay nothing down.
    ///   - room: how many octets may be laid down.
    init(folder: String?, room: Int) {
        self.folder = folder
        self.room = room
    }

    /// Adds a file; inputs come in their order.
    mutating func add(_ file: LoneCertificate, digest: SHA256Digest, at input: Int32) {
        guard folder != nil, pending.count + Self.headerSize + file.der.count <= room else { return }
        if pending.isEmpty { firstPending = input }
        withUnsafeBytes(of: input.littleEndian) { pending += $0 }
        withUnsafeBytes(of: Int32(file.der.count).littleEndian) { pending += $0 }
        pending.append(file.kind == .pem ? 0 : 1)
        digest.withOctets { pending += $0 }
        pending += file.der
    }

    /// Lays down what was added since the last time.
    mutating func endBlock() {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        if spool == nil {
            spool = folder.flatMap(Spool.init)
            room = min(room, spool?.room ?? 0)
        }
        guard let spool, pending.count <= room, spool.write(pending, at: offset) else {
            // A full disk does not empty while it is asked for every block: all that follows is read again.
            room = 0
            return
        }
        blocks.append(Block(first: firstPending, offset: offset, count: pending.count))
        offset += pending.count
        room -= pending.count
    }

    /// The number of the block in which an input's file may stand, nil for none.
    func block(of input: Int32) -> Int? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].first <= input { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// The octets of a block, nil where they cannot be had.
    func octets(ofBlock number: Int) -> [UInt8]? {
        spool?.read(blocks[number].count, at: blocks[number].offset)
    }
}
