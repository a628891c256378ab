/// What the first pass found in one segment of a bundle; places count from the segment's beginning.
struct SegmentSurvey: Sendable {
    /// What was read, without the certificates.
    let content: SegmentContent
    /// What stands in it as in any input.
    let found: InputSurvey
    /// Certificates that the second pass will not be able to read as a whole.
    ///
    /// A file's record stands before its certificates, so what is wrong with them must be known by the first pass.
    private(set) var damage: CertificateDamage
    /// A seeded hash of each certificate's subject, 0 for an authority: who has issued something in another segment is
    /// known only at the end of the file.
    private(set) var subjects: [Int] = []

    init(_ content: SegmentContent, limits: InputLimits, parsed: ParsedAuthorities, memory: CertificateMemory)
    {
        found = InputSurvey(
            FileContent(record: content.record, certificates: content.certificates),
            parsed: parsed,
            memory: memory,
            isPart: true
        )
        damage = CertificateDamage(limits: limits)
        let authorities = Set(found.authorities.map(\.index))
        for (index, encoded) in content.certificates.enumerated() {
            let isAuthority = authorities.contains(index)
            let layout = isAuthority ? nil : CertificateLayout(encoded.der)
            subjects.append(layout.map { Self.hash(encoded.der[$0.subject]) } ?? 0)
            guard !isAuthority, !Certificate.parses(encoded.der, memory: memory) else { continue }
            do throws(CertificateError) {
                damage.add(try .salvaged(from: encoded.der), at: index)
            } catch {
                damage.add(refusal: error, at: index)
            }
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
