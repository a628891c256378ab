/// Writes the frame that a server with payload signing puts around a serialized object.
package enum SignedPayloadWriter {
    /// `#sig#`, the length as an int32 in little-endian order, the stream, the trailer.
    ///
    /// `length` is what the frame says of the length, where that is a lie.
    package static func frame(_ stream: [UInt8], length: Int32? = nil, trailer: [UInt8]) -> [UInt8] {
        let length = UInt32(bitPattern: length ?? Int32(stream.count))
        let octets = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * UInt32($0))) }
        return Array("#sig#".utf8) + octets + stream + trailer
    }
}
