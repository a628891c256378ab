/// A format that is told by how its octets begin, and is neither DER nor text that holds such.
///
/// PEM, DER and base64 may stand anywhere and in each other: `ContentReader` looks for them first. Documentation/Extending.md
/// says how another format is added.
protocol InputFormat: SendableMetatype {
    /// Takes what octets hold, or says why nothing is taken; nil, with nothing taken, where they are in another format.
    ///
    /// - Parameters:
    ///   - octets: the whole file.
    ///   - collector: what is found goes there, and so does what is wrong with it.
    /// - Returns: what kind of file it is.
    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind?
}

/// Every such format, in the order in which they are tried.
enum InputFormatRegistry {
    static let all: [any InputFormat.Type] = [SerializedStore.self, JavaKeyStore.self]

    /// What the first that knows the octets makes of them; nil where none does.
    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind? {
        for format in all {
            if let kind = format.read(octets, into: &collector) { return kind }
        }
        return nil
    }
}

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

/// A Java key store in its own format, which nobody but Java opens.
enum JavaKeyStore: InputFormat {
    /// 0xFEEDFEED is JKS, 0xCECECECE JCEKS.
    private static let marks: [[UInt8]] = [[0xfe, 0xed, 0xfe, 0xed], [0xce, 0xce, 0xce, 0xce]]

    static func read(_ octets: [UInt8], into collector: inout ContentCollector) -> FileKind? {
        guard marks.contains(where: { octets.starts(with: $0) }) else { return nil }
        let hint = "export it with keytool -importkeystore -deststoretype PKCS12"
        collector.report(.notACertificate, "a Java key store; \(hint)")
        return .javaKeyStore
    }
}
