/// The octets of a log's certificates as far as there is room for them: so many in memory, and so many more
/// in a file without a name.
///
/// A folder of a hundred thousand files would else be opened and read file by file twice, over a network as
/// well as on a disk: from the file what was read comes back a block at a time. Blocks stand in the order of
/// the log and each tells what is in it, so that an entry takes eight octets there and none elsewhere.
struct LogOctets: ~Copyable, Sendable {
    /// Some certificates' octets, each behind its entry's number and their count.
    private struct Block {
        let first: CertificateLog.Entry
        /// Where it begins in the file.
        let offset: Int
        /// None once they are in the file.
        var octets: [UInt8] = []
        var count = 0
    }

    /// What an entry takes beside its octets.
    static let overhead = (memory: 128, file: 8)
    /// What a thread takes at a time (``CertificateLog/inputsPerStep`` files) lies in three of them or four.
    private static let blockSize = 32 << 10

    private let folder: String?
    private var memoryRoom: Int
    /// The entries in memory, and their octets.
    private var entries = BlockArray<CertificateLog.Entry>()
    private var octets = BlockArray<[UInt8]>()
    private var fileRoom: Int
    private var blocks: [Block] = []
    /// Made when memory has no room left; nil before, and where there can be none.
    private(set) var spool: Spool?
    private var fileEnd = 0
    private var usesFile = false
    private var isBlockFull = true

    /// - Parameters:
    ///   - limits: how much room there is.
    ///   - folder: where a temporary file is made, nil to make none.
    init(_ limits: InputLimits, spoolFolder folder: String?) {
        self.folder = folder
        memoryRoom = limits.keptBetweenReadings
        fileRoom = limits.spooledBetweenReadings
    }

    /// Adds an entry's octets where there is room; entries come in their order.
    mutating func append(_ octets: [UInt8], of entry: CertificateLog.Entry) {
        if !usesFile {
            let size = Self.overhead.memory + octets.count
            if size <= memoryRoom {
                memoryRoom -= size
                entries.append(entry)
                return self.octets.append(octets)
            }
            beginFile()
        }
        let size = Self.overhead.file + octets.count
        guard size <= fileRoom else { return }
        fileRoom -= size
        if isBlockFull {
            blocks.append(Block(first: entry, offset: fileEnd))
            blocks[blocks.count - 1].octets.reserveCapacity(Self.blockSize + size)
            isBlockFull = false
        }
        let last = blocks.count - 1
        let header = UInt64(entry) | UInt64(octets.count) << 32
        withUnsafeBytes(of: header.littleEndian) { blocks[last].octets.append(contentsOf: $0) }
        blocks[last].octets.append(contentsOf: octets)
        if blocks[last].octets.count >= Self.blockSize { endBlock() }
    }

    /// Memory is full: what follows goes into a file, if one can be made.
    private mutating func beginFile() {
        usesFile = true
        spool = fileRoom > 0 ? folder.flatMap(Spool.init) : nil
        fileRoom = min(fileRoom, spool?.room ?? 0)
    }

    private mutating func endBlock() {
        isBlockFull = true
        let last = blocks.count - 1
        let octets = blocks[last].octets
        guard spool?.write(octets, at: fileEnd) == true else {
            // A full disk does not empty while it is asked for every block: what follows is read again.
            fileRoom = 0
            blocks.removeLast()
            return
        }
        fileEnd += octets.count
        blocks[last].count = octets.count
        blocks[last].octets = []
    }

    /// The octets of an entry in memory; `hint` is where it would be if it followed what was asked for
    /// before.
    fileprivate func inMemory(_ entry: CertificateLog.Entry, _ hint: inout Int) -> [UInt8]? {
        if hint >= entries.count || entries[hint] != entry {
            var (low, high) = (0, entries.count)
            while low < high {
                let middle = (low + high) / 2
                if entries[middle] < entry { low = middle + 1 } else { high = middle }
            }
            guard low < entries.count, entries[low] == entry else { return nil }
            hint = low
        }
        hint += 1
        return octets[hint - 1]
    }

    /// The number of the block in which an entry may stand, nil for none.
    fileprivate func block(of entry: CertificateLog.Entry) -> Int? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].first <= entry { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// The octets of a block, none where they cannot be had.
    fileprivate func octets(ofBlock number: Int) -> [UInt8] {
        let block = blocks[number]
        return block.octets.isEmpty ? spool?.read(block.count, at: block.offset) ?? [] : block.octets
    }
}

/// Takes up what was laid down, one block at a time.
///
/// Belongs to one worker, who asks in the order of the entries and now and then begins elsewhere.
struct LogOctetsReader {
    private var hint = 0
    private var number: Int?
    private var octets: [UInt8] = []
    private var position = 0
    /// What was asked for last, which stands before the position if it is there.
    private var asked: CertificateLog.Entry = 0

    /// The octets of an entry; nil where there was no room for them, or they cannot be had.
    mutating func octets(of entry: CertificateLog.Entry, in log: borrowing LogOctets) -> [UInt8]? {
        guard let wanted = log.block(of: entry) else { return log.inMemory(entry, &hint) }
        if number != wanted {
            octets = log.octets(ofBlock: wanted)
            (number, position) = (wanted, 0)
        } else if entry <= asked {
            position = 0
        }
        asked = entry
        while let header = header(at: position), header.entry <= entry {
            let start = position + LogOctets.overhead.file
            position = start + header.count
            if header.entry == entry { return Array(octets[start..<position]) }
        }
        return nil
    }

    private func header(at position: Int) -> (entry: CertificateLog.Entry, count: Int)? {
        let start = position + LogOctets.overhead.file
        guard start <= octets.count else { return nil }
        let header = octets.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
        let count = Int(header >> 32)
        guard count <= octets.count - start else { return nil }
        return (CertificateLog.Entry(truncatingIfNeeded: header), count)
    }
}
