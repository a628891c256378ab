/// Flags certificates that have a trusted path and another one to a root that is not.
struct AlternativePathDistrusted: CertificateRule {
    static let metadata = RuleMetadata(
        id: "alternative-path-distrusted",
        severity: .warning,
        title: "Another path leads to a root that is not trusted",
        rationale: """
            Cross-signed authorities lead to several roots. Which one a peer reaches depends on the intermediates that \
            the server sends, so mail may flow from one server and not from the other. That Exchange Online is caught \
            by this is inferred, not documented.
            """,
        remedy: "send the intermediates of the trusted path and remove the others from the server's store",
        citations: ["Microsoft Trusted Root Program, deployment notices", "RFC 4158"],
        certainty: .inferred,
        expectedError: "intermittent: 450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]",
        traits: [.differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let trusted = subject.search.trusted else { return [] }
        var roots: Set<SHA256Digest> = []
        var findings: [Finding] = []
        for attempt in subject.search.attempts {
            guard !attempt.isTrusted, let root = attempt.path.certificates.last,
                !Self.isTwin(root, of: trusted.path.certificates.last),
                let reason = Self.reason(against: attempt), roots.insert(root.sha256).inserted
            else { continue }
            findings.append(
                finding(
                    "a path to \(Evidence.name(root)) is there as well: \(reason)",
                    severity: Self.mayBeSent(attempt, instead: trusted, with: subject) ? .warning : .note,
                    remedy: Self.remedy(trusted, over: attempt)
                )
            )
        }
        return findings
    }

    /// Whether a root is another issue of the trusted one: the same name and key mislead nobody, and roots are not sent.
    private static func isTwin(_ root: Certificate, of trusted: Certificate?) -> Bool {
        root.subject == trusted?.subject && root.publicKey.sha256 == trusted?.publicKey.sha256
    }

    /// Whether a peer may come to see the other way: it ends in a root that Microsoft knows and refuses, or
    /// what leads astray lies in a file with the certificate.
    ///
    /// A leftover elsewhere in the folder is worth a note.
    private static func mayBeSent(_ other: PathAttempt, instead trusted: PathAttempt, with subject: Subject)
        -> Bool
    {
        if other.path.anchor != nil { return true }
        let odd = other.path.certificates.filter { !trusted.path.certificates.contains($0) }
        return subject.surroundings.bundles.contains { bundle in
            bundle.neighbours.contains { odd.contains($0.certificate) }
        }
    }

    /// Why the end of the way is no good, nil where it is or the way does not reach a root.
    ///
    /// A way that is broken below its end misleads nobody: no peer takes it for good on account of its root. Else one
    /// expired cross-certificate somewhere in the folder would cast doubt on every certificate under that authority;
    /// it is for the file that holds it (expired-certificate-in-bundle).
    private static func reason(against attempt: PathAttempt) -> String? {
        let end = attempt.path.certificates.count - 1
        guard end > 0, attempt.pathDefects.allSatisfy({ $0.position == end }) else { return nil }
        for defect in attempt.pathDefects {
            switch defect.kind {
            case .selfSignedNotTrusted: return "it is not on the list of trusted roots"
            case .anchorRefused(let verdict): return verdict.reason
            case .expired: return "it has expired"
            case .notYetValid: return "it is not yet valid"
            default: break
            }
        }
        return nil
    }

    private static func remedy(_ trusted: PathAttempt, over other: PathAttempt) -> String {
        let names = trusted.path.intermediates.map(Evidence.name)
        let sent = names.isEmpty ? "no intermediate" : names.joined(separator: ", then ")
        let odd = other.path.certificates.first { !trusted.path.certificates.contains($0) }
        let leftOut =
            odd.map { " and leave out \(Evidence.name($0)), thumbprint \($0.thumbprint.hexadecimal)" } ?? ""
        return "send \(sent) with the certificate\(leftOut)"
    }
}
