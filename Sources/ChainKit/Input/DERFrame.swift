/// What the first octets of a DER element promise, for telling "cut off" from "no DER at all".
struct DERFrame {
    /// The element's whole length as its header claims it, nil where the header itself is cut off.
    let claimedLength: Int?
    /// Whether the element's first part begins like that of a certificate, request or container.
    let beginsWithAPart: Bool

    /// Reads the header of a SEQUENCE; nil where none begins at `start`.
    init?(_ octets: [UInt8], at start: Int) {
        guard start < octets.count, octets[start] == DERReader.Tag.sequence else { return nil }
        guard start + 1 < octets.count else {
            claimedLength = nil
            beginsWithAPart = false
            return
        }
        let first = Int(octets[start + 1])
        guard first > 0x80 else {
            guard first < 0x80 else { return nil }
            claimedLength = 2 + first
            beginsWithAPart = false
            return
        }
        let count = first & 0x7f
        guard count <= 8 else { return nil }
        let content = start + 2 + count
        guard content <= octets.count else {
            claimedLength = nil
            beginsWithAPart = true
            return
        }
        var length = 0
        for octet in octets[(start + 2)..<content] {
            let (shifted, overflows) = length.multipliedReportingOverflow(by: 256)
            length = overflows ? Int.max - 256 : shifted + Int(octet)
        }
        claimedLength = length > Int.max - 16 ? Int.max : length + 2 + count
        beginsWithAPart = content == octets.count || [0x30, 0x02, 0x06].contains(octets[content])
    }

    /// Whether octets from `start` are the beginning of an element whose end is missing.
    static func isCutOff(_ octets: [UInt8], at start: Int) -> Bool {
        guard let frame = DERFrame(octets, at: start), frame.beginsWithAPart else { return false }
        guard let claimed = frame.claimedLength else { return true }
        return claimed > octets.count - start
    }
}
