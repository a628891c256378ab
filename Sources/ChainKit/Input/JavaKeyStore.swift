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
