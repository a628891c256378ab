package import ChainKit
import TestSupport
import Testing

extension Timeline {
    /// A certificate from 2026-12-15 until 2027-06-01, as if a root of Microsoft's list without any date had issued it.
    package static func ofAPublicCertificate() throws -> Timeline {
        let root = Forge.authority("Root")
        let leaf = root.issue("mail.contoso.com") {
            $0.notBefore = "20261215000000Z"
            $0.notAfter = "20270601000000Z"
        }
        var fixture = TimelineFixture(anchors: [root], files: [leaf])
        fixture.start = "2027-01-01"
        let today = try #require(try fixture.timeline().certificates.first).record
        fixture.start = "2027-06-02"
        let later = try #require(try fixture.timeline().certificates.first).record
        let (start, end) = (try Instant.day("2027-01-01"), try Instant.day("2027-06-01T00:00:01Z"))
        let states = [
            TimelineState(try publicRecord(today), at: start),
            TimelineState(try publicRecord(later), at: end),
        ]
        return Timeline(
            start: start,
            references: [],
            certificates: [CertificateTimeline(try publicRecord(today), states: states)],
            files: []
        )
    }

    /// The record with a path that ends in a root of Microsoft's list.
    private static func publicRecord(_ record: AuditRecord) throws -> AuditRecord {
        let list = try MicrosoftRootList.embedded()
        let anchor = try #require(
            list.entries.lazy.filter { $0.disabled.instant == nil && $0.notBefore.instant == nil }
                .compactMap { entry in
                    list.certificate(of: entry.thumbprint).map {
                        TrustAnchor(certificate: $0, terms: .microsoft(entry))
                    }
                }.first
        )
        let path = CertificationPath(
            certificates: [record.certificate, anchor.certificate],
            anchor: anchor
        )
        return AuditRecord(
            certificate: record.certificate,
            sources: record.sources,
            role: record.role,
            verdict: record.verdict,
            score: record.score,
            roleVerdicts: record.roleVerdicts,
            coverage: record.coverage,
            findings: record.findings,
            search: PathSearch(
                attempts: [PathAttempt(path: path, defects: [], notes: [])],
                limitMet: nil,
                budget: PathBudget()
            ),
            pathOrigins: record.pathOrigins,
            installations: record.installations
        )
    }
}
