/// The files that an inventory was read from, and others beside them, made ready to be audited with it time and again.
///
/// A calendar diagnoses hundreds of times, and a folder beside the exports may hold thousands of certificates that are
/// installed nowhere. A file goes into an audit whole where it says something of an installed certificate, because it
/// holds that or a private key; of the others only the authorities do, each once. What revocation rests on is named
/// apart.
struct BesideFiles: Sendable {
    private let whole: [(content: FileContent, digests: Set<SHA256Digest>)]
    private let authorities: [AuditInput]

    init(_ files: [FileContent]) {
        var whole: [(content: FileContent, digests: Set<SHA256Digest>)] = []
        var authorities: [AuditInput] = []
        var seen: Set<SHA256Digest> = []
        for file in files {
            var digests: Set<SHA256Digest> = []
            for encoded in file.certificates {
                let digest = SHA256Digest(of: encoded.der)
                digests.insert(digest)
                guard seen.insert(digest).inserted, let certificate = try? Certificate(der: encoded.der),
                    certificate.isAuthority || certificate.version < 3
                else { continue }
                authorities.append(.octets(encoded.der, name: file.record.path))
            }
            let content = FileContent(record: file.record, certificates: file.certificates)
            whole.append((content, digests))
        }
        self.whole = whole
        self.authorities = authorities
    }

    /// What is audited beside certificates that are installed.
    func inputs(beside installed: Set<SHA256Digest>) -> [AuditInput] {
        let telling = whole.filter { file in
            !file.content.record.privateKeys.isEmpty || !file.digests.isDisjoint(with: installed)
        }
        return telling.map { .content($0.content) } + authorities
    }
}
