/// Windows' serialized certificate store (.sst): a header, then elements of property id, encoding type, length and
/// octets, all little endian; property 32 is a certificate's DER ([MS-GPEF] and wincrypt.h).
enum SerializedStore: InputFormat {
    /// Version 0 and "CERT".
    private static let header: [UInt8] = [0, 0, 0, 0, 0x43, 0x45, 0x52, 0x54]
    private static let certificateProperty = 32

    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind? {
        guard octets.starts(with: header) else { return nil }
        let (found, isWhole) = certificates(octets, limit: collector.certificatesWanted)
        for certificate in found { collector.add(certificate: certificate) }
        if !isWhole { collector.report(.truncated, "the serialized store ends too early") }
        if found.isEmpty, isWhole {
            collector.report(.notACertificate, "a serialized store without certificates")
        }
        return .serializedStore
    }

    /// The certificates up to the end or to where a length does not fit.
    private static func certificates(_ octets: [UInt8], limit: Int) -> (found: [[UInt8]], isWhole: Bool) {
        var found: [[UInt8]] = []
        var position = header.count
        while position + 12 <= octets.count {
            let property = number(octets, position)
            let length = number(octets, position + 8)
            position += 12
            if property == 0 || found.count >= limit { return (found, true) }
            guard length <= octets.count - position else { return (found, false) }
            if property == certificateProperty { found.append(Array(octets[position..<(position + length)])) }
            position += length
        }
        return (found, false)
    }

    private static func number(_ octets: [UInt8], _ position: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(octets[position + $1]) << (8 * $1) }
    }
}
