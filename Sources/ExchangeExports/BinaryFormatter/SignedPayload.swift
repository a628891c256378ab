/// The frame that payload signing puts around a serialized object.
///
/// Every Exchange server signs since the security update of November 2023: the ASCII text `#sig#`, the length L as an
/// int32 in little-endian order, L octets of the BinaryFormatter stream, and a trailer up to the end. Microsoft does
/// not publish the trailer's algorithm; nothing is verified here, so the trailer may have any length.
enum SignedPayload {
    private static let mark = Array("#sig#".utf8)

    /// The BinaryFormatter stream in the octets of a `SerializationData`: those of the frame, or all without a frame.
    ///
    /// Throws `badFrame` for a frame that is cut off, or whose length is not positive or more than what is left.
    static func stream(in octets: [UInt8]) throws(BinaryFormatterError) -> ArraySlice<UInt8> {
        guard octets.starts(with: mark) else { return octets[...] }
        var rest = LittleEndianReader(octets[mark.count...])
        guard let number = rest.number() else { throw .badFrame(length: nil, left: rest.remaining) }
        let length = Int32(bitPattern: number)
        guard length > 0, let stream = rest.take(Int(length)) else {
            throw .badFrame(length: length, left: rest.remaining)
        }
        return stream
    }
}
