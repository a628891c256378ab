/// A file of one certificate and nothing else, as nearly every file of a large folder is, read without ceremony.
///
/// ``ContentReader`` finds the same in such a file, without a problem and without a note; all others are left to it.
struct LoneCertificate: Sendable {
    /// ``FileKind/pem`` or ``FileKind/der``.
    let kind: FileKind
    let der: [UInt8]

    private static let firstLine: StaticString = "-----BEGIN CERTIFICATE-----"
    private static let lastLine: StaticString = "-----END CERTIFICATE-----"

    /// Reads a file's octets; nil where they are anything else, or over a limit.
    init?(_ file: UnsafeBufferPointer<UInt8>, limits: InputLimits) {
        guard limits.certificates > 0, file.count <= limits.fileSize else { return nil }
        if file.first == DERReader.Tag.sequence {
            // Framed before it is copied: what begins so may be anything.
            guard DERReader.element(in: file, at: 0, end: file.count)?.whole.upperBound == file.count else {
                return nil
            }
            kind = .der
            der = Array(file)
        } else {
            guard let body = Self.body(of: file),
                case .octets(let octets) = Base64Decoder.decode(file, in: body)
            else { return nil }
            kind = .pem
            der = octets
        }
        guard der.count <= limits.certificateSize,
            let element = DERReader.element(in: der, at: 0, end: der.count),
            element.whole.upperBound == der.count, DERShape(der, element) == .certificate
        else { return nil }
    }

    /// Takes what was read as one before.
    init(spooled der: [UInt8], kind: FileKind) {
        self.kind = kind
        self.der = der
    }

    /// What stands between the first line and the last, behind which there may be blanks.
    private static func body(of file: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var end = file.count
        while end > 0, Base64Decoder.isBlank(file[end - 1]) { end -= 1 }
        let start = firstLine.utf8CodeUnitCount
        end -= lastLine.utf8CodeUnitCount
        guard start < end, OctetSearch.matches(firstLine, in: file, at: 0),
            OctetSearch.matches(lastLine, in: file, at: end)
        else { return nil }
        return start..<end
    }

    /// The record of a file that holds it.
    func record(path: String) -> FileRecord { FileRecord(path: path, kind: kind, certificates: 1) }
}
