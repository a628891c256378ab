import OpenSSLBridge

/// Audits certificates that come one after another without an end, each with the issuers that came along with it.
///
/// Nothing is remembered from one to the next save what issuers have in common, and of that only so much.
package struct StreamAudit: Sendable {
    /// Sets of issuers kept ready; a stream has a few hundred, and past this all are forgotten and begun anew.
    private static let mostKept = 256

    private let audit: Audit
    private let alone: CertificateJudge
    private let kept = Locked<[SHA256Digest: CertificateJudge]>([:])

    /// Takes trust, time, names and issuers from outside from an audit.
    package init(_ audit: Audit) {
        self.audit = audit
        alone = audit.certificateJudge(above: [])
    }

    /// Judges the first certificate of a question; the others, and those of its chain, may be its issuers.
    package func answer(_ question: StreamQuestion, by worker: Worker) throws(StreamQuestion.Failure)
        -> AuditRecord
    {
        // A stream has no end, so no budget could hold for all of it.
        let reader = audit.options.reader.anew
        let content = reader.read(question.certificate, path: "certificate")
        guard let encoded = content.certificates.first else {
            let message = content.record.worstProblem?.message ?? "no certificate"
            throw StreamQuestion.Failure(message: message, identifier: question.identifier)
        }
        let certificate: Certificate
        do throws(CertificateError) {
            let digest = SHA256Digest(of: encoded.der, in: worker.digests)
            certificate = try Certificate(der: encoded.der, sha256: digest, memory: worker.certificates)
        } catch {
            let message = "the certificate does not parse: \(error.reason)"
            throw StreamQuestion.Failure(message: message, identifier: question.identifier)
        }
        var issuers = content.certificates.dropFirst().map(\.der)
        for text in question.chain {
            let content = reader.read(text, path: "chain")
            guard !content.certificates.isEmpty else {
                let message = "chain: " + (content.record.worstProblem?.message ?? "no certificate")
                throw StreamQuestion.Failure(message: message, identifier: question.identifier)
            }
            issuers += content.certificates.map(\.der)
        }
        return certificateJudge(above: issuers).judge(
            certificate,
            sources: [SourceLocation(path: "certificate", index: 0)],
            surroundings: Surroundings(),
            by: worker
        )
    }

    /// The judge for a set of issuers, worked out once while it keeps coming.
    private func certificateJudge(above issuers: [[UInt8]]) -> CertificateJudge {
        guard !issuers.isEmpty else { return alone }
        let key = SHA256Digest(of: issuers.flatMap { SHA256Digest(of: $0).octets })
        if let known = kept.withLock({ $0[key] }) { return known }
        let certificateJudge = audit.certificateJudge(above: issuers.compactMap { try? Certificate(der: $0) })
        kept.withLock { kept in
            if kept.count >= Self.mostKept { kept.removeAll() }
            kept[key] = certificateJudge
        }
        return certificateJudge
    }
}

extension Audit {
    /// A judge for a certificate that came with these possible issuers.
    fileprivate func certificateJudge(above issuers: [Certificate]) -> CertificateJudge {
        let names = Set(issuers.filter { !$0.isSelfIssued }.map(\.issuer.der))
        let places = issuers.enumerated().map { place, issuer in
            (issuer.sha256, SourceLocation(path: "chain", index: place))
        }
        return certificateJudge(
            issuers: issuers,
            issuerNames: names,
            revocation: revocationStore(),
            origins: PathOrigins(
                inside: Dictionary(places) { first, _ in first },
                outside: outsidePaths
            )
        )
    }
}
