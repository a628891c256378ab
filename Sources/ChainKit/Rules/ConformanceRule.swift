/// What a certificate should be after a standard that a path does not depend on (RFC 5280's profile, the CA/Browser
/// Forum's).
///
/// In an audit such a rule is a finding. In a verification a ``ConformanceProfile`` decides whether it rejects.
protocol ConformanceRule: CertificateRule {
    /// The profiles under which a violation rejects the path.
    static var rejectingProfiles: Set<ConformanceProfile> { get }

    /// The instant from which relying parties reject; nil where they always have.
    static var rejectsSince: Instant? { get }

    /// What is wrong with one certificate of a path, each in words; empty where nothing is.
    func violations(in certificate: Certificate, as place: PathPlace) -> [String]
}

/// Where a certificate stands in a path.
enum PathPlace: Sendable, Hashable, CaseIterable {
    case target, intermediate, anchor
}

/// A set of demands beyond RFC 5280's path validation.
public enum ConformanceProfile: String, Sendable, Hashable, CaseIterable {
    /// What relying parties on the web reject: RFC 5280's profile and the CA/Browser Forum's Baseline Requirements.
    case webpki
    /// Path validation after RFC 5280, section 6, and what section 4 has relying parties reject.
    case rfc5280
    /// What stops mail between Exchange and Exchange Online; everything else is said and does not reject.
    case exchange
}

extension ConformanceRule {
    static var rejectsSince: Instant? { nil }

    static var asConformanceRule: (any ConformanceRule.Type)? { self }

    /// In an audit the certificate and the issuers of its best path are looked at, the anchor is not: nobody can have
    /// it reissued.
    func findings(in subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        for violation in violations(in: subject.certificate, as: .target) {
            findings.append(finding(FindingMessage(violation)))
        }
        if let known = subject.issuerFindings {
            for byRule in known { findings += byRule[Self.metadata.id] ?? [] }
        } else {
            for issuer in subject.search.best?.path.intermediates ?? [] {
                findings += self.findings(on: issuer)
            }
        }
        return findings
    }

    /// What is found in one issuer.
    func findings(on issuer: Certificate) -> [Finding] {
        violations(in: issuer, as: .intermediate).map {
            finding("the authority \(Evidence.name(issuer)): \($0)")
        }
    }
}
