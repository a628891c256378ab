#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A file without a name, in which octets are laid down and taken up again.
///
/// Made in a folder for temporary files and removed from it at once: nobody else finds it, only its owner could open it, and
/// it is gone with the process, however that ends.
final class Spool: Sendable {
    private let descriptor: Int32
    /// Octets that may be laid down: a quarter of what is free, as others need room as well.
    let room: Int

    /// Nil where the folder takes no file.
    init?(folder: String) {
        var path = Array((folder + "/chaincheck-XXXXXX").utf8CString)
        descriptor = path.withUnsafeMutableBufferPointer { path in
            guard let start = path.baseAddress else { return -1 }
            let descriptor = mkstemp(start)
            guard descriptor >= 0 else { return descriptor }
            unlink(start)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
        var system = statvfs()
        guard descriptor >= 0, fstatvfs(descriptor, &system) == 0 else {
            room = 0
            return nil
        }
        room = Int(clamping: UInt64(system.f_bavail) / 4 &* UInt64(system.f_frsize))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Lays octets down at an offset; false where there is no room for them all, and then none count.
    func write(_ octets: [UInt8], at offset: Int) -> Bool {
        octets.withUnsafeBytes { octets in
            var done = 0
            while done < octets.count, let start = octets.baseAddress {
                let count = pwrite(descriptor, start + done, octets.count - done, off_t(offset + done))
                if count > 0 { done += count } else if count == 0 || errno != EINTR { return false }
            }
            return true
        }
    }

    /// Takes so many octets up from an offset; nil where they cannot be had.
    func read(_ count: Int, at offset: Int) -> [UInt8]? {
        let octets = try? RegularFile.octets(of: descriptor, from: offset, count: count)
        return octets?.count == count ? octets : nil
    }
}

/// Takes spooled files up again, one block of them at a time.
///
/// Belongs to one worker at a time, who asks for files in the order of their inputs and now and then begins elsewhere.
final class SpoolReader {
    private var number: Int?
    private var octets: [UInt8] = []
    private var position = 0
    /// What was asked for last, which stands before the position if it is there.
    private var asked: Int32 = -1

    /// The file of an input and its digest; nil where it was not laid down, or cannot be taken up.
    func file(_ input: Int32, of spooled: SpooledFiles) -> (file: LoneCertificate, digest: SHA256Digest)? {
        guard let wanted = spooled.block(of: input) else { return nil }
        if number != wanted {
            octets = spooled.octets(ofBlock: wanted) ?? []
            (number, position) = (wanted, 0)
        } else if input <= asked {
            position = 0
        }
        asked = input
        while let header = header(at: position), header.input <= input {
            let start = position + SpooledFiles.headerSize
            position = start + header.count
            guard header.input == input else { continue }
            guard let digest = SHA256Digest(octets: octets[(start - 32)..<start]) else { return nil }
            let file = LoneCertificate(spooled: Array(octets[start..<position]), kind: header.kind)
            return (file, digest)
        }
        return nil
    }

    private func header(at position: Int) -> (input: Int32, count: Int, kind: FileKind)? {
        guard position + SpooledFiles.headerSize <= octets.count else { return nil }
        return octets.withUnsafeBytes { octets in
            let input = Int32(
                littleEndian: octets.loadUnaligned(fromByteOffset: position, as: Int32.self)
            )
            let count = Int(
                Int32(littleEndian: octets.loadUnaligned(fromByteOffset: position + 4, as: Int32.self))
            )
            guard count >= 0, count <= octets.count - position - SpooledFiles.headerSize else { return nil }
            return (input, count, octets[position + 8] == 0 ? .pem : .der)
        }
    }
}

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
