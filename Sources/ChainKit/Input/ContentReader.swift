/// Tells what octets are and hands them to the reader for that.
///
/// The order matters. DER is tried first because its first octet decides, behind a mark or line ends too; then PEM, which may stand anywhere in a
/// text; then the wide encodings of text and base64 without armour. What follows DER is read again, for files that
/// somebody put together.
enum ContentReader {
    static func read(_ octets: [UInt8], into collector: inout ContentCollector, nesting: Int) -> FileKind {
        if let start = firstVisible(octets), octets[start] == DERReader.Tag.sequence,
            let kind = BinaryReader.read(octets, at: start, into: &collector, nesting: nesting)
        {
            return kind
        }
        if let kind = PEMReader.read(octets, into: &collector) { return kind }
        if let wide = WideText(octets) {
            collector.note("\(wide.rawValue) text")
            return read(text: wide.narrowed(octets), into: &collector, nesting: nesting)
        }
        return read(text: octets, into: &collector, nesting: nesting)
    }

    private static func read(
        text octets: [UInt8],
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind {
        guard let start = firstVisible(octets) else {
            collector.report(.empty, octets.isEmpty ? "the file is empty" : "the file holds white space only")
            return .empty
        }
        if let kind = PEMReader.read(octets, into: &collector) { return kind }
        if let kind = BareBase64.read(octets, from: start, into: &collector, nesting: nesting) { return kind }
        return explain(octets, start, into: &collector)
    }

    /// The first octet that is neither a byte order mark nor white space.
    static func firstVisible(_ octets: [UInt8]) -> Int? {
        var start = 0
        if octets.starts(with: [0xef, 0xbb, 0xbf]) { start = 3 }
        return octets[start...].firstIndex { !Base64Decoder.isBlank($0) }
    }

    /// Says why nothing was read.
    private static func explain(
        _ octets: [UInt8],
        _ start: Int,
        into collector: inout ContentCollector
    ) -> FileKind {
        if SerializedStoreReader.isStore(octets) {
            let (found, isWhole) = SerializedStoreReader.certificates(
                octets,
                limit: collector.certificatesWanted
            )
            for certificate in found { collector.add(certificate: certificate) }
            if !isWhole { collector.report(.truncated, "the serialized store ends too early") }
            if found.isEmpty, isWhole {
                collector.report(.notACertificate, "a serialized store without certificates")
            }
            return .serializedStore
        }
        // 0xFEEDFEED is JKS, 0xCECECECE JCEKS.
        if octets.starts(with: [0xfe, 0xed, 0xfe, 0xed]) || octets.starts(with: [0xce, 0xce, 0xce, 0xce]) {
            let hint = "export it with keytool -importkeystore -deststoretype PKCS12"
            collector.report(.notACertificate, "a Java key store; \(hint)")
            return .javaKeyStore
        }
        if octets[start...].starts(with: [DERReader.Tag.sequence, 0x80]) {
            collector.report(
                .malformed,
                at: start,
                "begins like BER, but holds no CMS message and no PKCS #12"
            )
            return .other
        }
        if DERFrame.isCutOff(octets, at: start) {
            collector.report(.truncated, at: octets.count, "the DER ends too early; copy the file again")
            return .der
        }
        if let line = DamagedArmour.line(in: octets) {
            collector.text = octets
            collector.report(
                .malformed,
                at: line,
                "the BEGIN line is damaged; it must read -----BEGIN CERTIFICATE----- with five hyphens each side"
            )
            return .pem
        }
        if let complaint = DamagedDER.complaint(about: octets, from: start) {
            collector.report(.malformed, at: start, complaint)
            return .der
        }
        if let complaint = HollowDER.complaint(about: octets, from: start) {
            collector.report(.malformed, at: start, complaint)
            return .der
        }
        let isText = !octets.prefix(4_096).contains { $0 < 0x20 && !Base64Decoder.isBlank($0) }
        collector.report(
            .notACertificate,
            isText ? "text without a certificate" : "no format that holds certificates"
        )
        return isText ? .text : .other
    }
}
