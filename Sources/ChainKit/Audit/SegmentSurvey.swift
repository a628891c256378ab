import OpenSSLBridge

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

/// A file that is read in segments, as the first pass found it.
struct SegmentedFile: Sendable {
    /// One segment.
    struct Part: Sendable {
        /// The place in the file of its first certificate, from 0.
        let first: Int
        /// How many certificates stand in it, those that do not parse among them.
        let count: Int
        /// Tells whether the second pass reads the same, nil where it could not be read.
        let checksum: UInt64?
    }

    /// What became of the file, known before any of its certificates is judged.
    let record: FileRecord
    let parts: [Part]

    /// A number of certificates in their order; a file that changes meanwhile does not aim at it.
    static func checksum(_ digests: some Sequence<SHA256Digest>) -> UInt64 {
        digests.reduce(0) { $0 &* 0x9e37_79b9_7f4a_7c15 &+ $1.firstWord }
    }

    /// The segment that holds a certificate of the file.
    func segment(of index: Int) -> Int {
        var range = 0..<parts.count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            if parts[middle].first <= index {
                range = middle..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

/// Reads containers of very many certificates once, for all threads that judge parts of them.
struct ContainerReading: Sendable {
    /// What a container gave, and how many parts have not asked for it yet.
    private struct Opened {
        let content: FileContent
        let digests: [SHA256Digest]
        var partsLeft: Int
    }

    private let parts: [Int: Int]
    private let opened = Locked<[Int: Opened]>([:])

    /// Takes how many parts each container has, by its input.
    init(_ parts: [Int: Int]) { self.parts = parts }

    /// A container's content with the digests of its certificates; forgotten once each part has asked.
    ///
    /// The first that asks calls `read`, while the others wait.
    func content(
        of input: Int,
        _ read: () -> (FileContent, [SHA256Digest])
    ) -> (content: FileContent, digests: [SHA256Digest]) {
        opened.withLock { opened in
            var entry: Opened
            if let known = opened[input] {
                entry = known
            } else {
                let (content, digests) = read()
                entry = Opened(content: content, digests: digests, partsLeft: parts[input] ?? 1)
            }
            entry.partsLeft -= 1
            opened[input] = entry.partsLeft > 0 ? entry : nil
            return (entry.content, entry.digests)
        }
    }
}
