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
