import OpenSSLBridge

/// What the first pass found in one segment of a bundle; places count from the segment's beginning.
struct SegmentSurvey: Sendable {
    /// What was read, without the certificates.
    let content: SegmentContent
    /// What stands in it as in any input.
    let found: InputSurvey
    /// A seeded hash of each certificate's subject, 0 for an authority: who has issued something in another segment is
    /// known only at the end of the file.
    private(set) var subjects: [Int] = []

    init(_ content: SegmentContent, limits: InputLimits, parsed: ParsedAuthorities, memory: CertificateMemory)
    {
        found = InputSurvey(
            FileContent(record: content.record, certificates: content.certificates),
            limits: limits,
            parsed: parsed,
            memory: memory,
            isPart: true
        )
        let authorities = Set(found.authorities.map(\.index))
        for (index, encoded) in content.certificates.enumerated() {
            let layout = authorities.contains(index) ? nil : CertificateLayout(encoded.der)
            subjects.append(layout.map { Self.hash(encoded.der[$0.subject]) } ?? 0)
        }
        var content = content
        content.certificates = []
        self.content = content
    }

    /// A hash of a name's octets that is never 0.
    static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize() | 1
    }
}
