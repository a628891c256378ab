import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Audit of a folder")
struct AuditTests {
    let root = Forge.authority("Alpha Root")

    @Test func reportsEveryFileFoundAndEachCertificateOnce() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pem, to: "a.pem")
        folder.write(leaf.der, to: "b.cer")
        folder.write(leaf.pem + issuing.pem, to: "sub/c.pem")
        folder.write("nothing here", to: "notes.txt")
        folder.write("", to: "zero")
        folder.write(String(leaf.pem.dropLast(40)), to: "cut.pem")
        let audit = try audit(folder, anchors: [root])
        #expect(audit.files.count == 6)
        #expect(audit.summary?.files == 6)
        #expect(audit.certificates.count == 2)
        #expect(audit.summary?.duplicates == 2)
        let record = try #require(audit.record(leaf))
        #expect(record.sources.map { $0.path.split(separator: "/").last } == ["a.pem", "b.cer", "c.pem"])
        #expect(audit.files.first { $0.path.hasSuffix("cut.pem") }?.status == "truncated")
        #expect(audit.summary?.filesWithErrors == 1)
    }

    @Test func takesAnIntermediateFromTheLastFileForACertificateInTheFirst() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pem, to: "a.pem")
        folder.write(issuing.pem, to: "z.pem")
        let audit = try audit(folder, anchors: [root])
        let record = try #require(audit.record(leaf))
        #expect(record.verdict?.isEligible == true)
        guard case .file(let origin) = record.pathOrigins[1] else {
            Issue.record("the intermediate's origin is no file")
            return
        }
        #expect(origin.path.hasSuffix("z.pem"))
        #expect(record.pathOrigins.last == .anchors)
        #expect(audit.summary?.recommendation?.intermediates.map(\.certificate) == [try issuing.certificate])
    }

    @Test func findsIneligibleWhatItsKeyUsageForbidsToServers() throws {
        for usage in [[6], []] {
            let leaf = root.issue("mail.contoso.com") { $0.keyUsage = usage }
            let folder = TemporaryFolder()
            folder.write(leaf.pem, to: "a.pem")
            let record = try #require(try audit(folder, anchors: [root]).record(leaf))
            #expect(record.verdict == .ineligible)
            #expect(record.rules.contains("key-usage-unsuitable"))
        }
    }

    @Test func warnsWhenAPathNeedsAnIssuerFromOutside() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pem, to: "a.pem")
        let without = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(without.verdict == .ineligible)
        #expect(without.rules.contains("issuer-missing"))
        let with = try #require(try audit(folder, anchors: [root], outside: [issuing]).record(leaf))
        #expect(with.verdict == .eligibleWithWarnings)
        #expect(with.rules.contains("intermediate-not-in-folder"))
        #expect(with.pathOrigins[1] == .outside("extra.pem"))
    }

    @Test func recommendsTheHighestScoreThenTheLatestExpiry() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let wildcard = issuing.issue("*.contoso.com") { $0.notAfter = "20280101000000Z" }
        let early = issuing.issue("mail.contoso.com") { $0.notAfter = "20270301000000Z" }
        let late = issuing.issue("mail.contoso.com") { $0.notAfter = "20270401000000Z" }
        let expired = issuing.issue("mail.contoso.com") { $0.notAfter = "20260501000000Z" }
        let folder = TemporaryFolder()
        for (number, leaf) in [wildcard, late, early, expired, issuing].enumerated() {
            folder.write(leaf.pem, to: "\(number).pem")
        }
        let audit = try audit(folder, anchors: [root])
        #expect(audit.summary?.recommendation?.certificate == (try late.certificate))
        #expect(audit.record(expired)?.score == .zero)
        #expect(audit.summary?.count(.ineligible) == 1)
    }

    @Test func doesNotDependOnFileNamesOrThreads() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaves = (0..<100).map { issuing.issue("mail\($0).contoso.com") }
        var verdicts: [[SHA256Digest: Verdict]] = []
        for (width, names) in [(1, Array(0..<100)), (2, Array((0..<100).reversed()))] {
            let folder = TemporaryFolder()
            for (leaf, name) in zip(leaves, names) { folder.write(leaf.pem, to: "\(name).pem") }
            folder.write(issuing.pem, to: width == 1 ? "zz.pem" : "000.pem")
            let audit = try audit(folder, anchors: [root], names: ["mail7.contoso.com"], width: width)
            verdicts.append(
                Dictionary(
                    uniqueKeysWithValues: audit.certificates.compactMap { record in
                        record.verdict.map { (record.certificate.sha256, $0) }
                    }
                )
            )
        }
        #expect(verdicts[0].count == 100)
        #expect(verdicts[0] == verdicts[1])
        #expect(verdicts[0].values.count(where: \.isEligible) == 1)
    }

    @Test func recommendsTheCertificateThatCoversAllNamesAskedAbout() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let one = issuing.issue("mail.contoso.com") { $0.notAfter = "20280101000000Z" }
        let both = issuing.issue("mail.contoso.com", names: ["mail.contoso.com", "smtp.contoso.com"])
        let none = issuing.issue("mail.fabrikam.com")
        let folder = TemporaryFolder()
        for (number, leaf) in [one, both, none, issuing].enumerated() {
            folder.write(leaf.pem, to: "\(number).pem")
        }
        let audit = try audit(folder, anchors: [root], names: ["mail.contoso.com", "smtp.contoso.com"])
        #expect(audit.summary?.recommendation?.certificate == (try both.certificate))
        #expect(audit.record(one)?.verdict == .eligibleWithWarnings)
        #expect(audit.record(none)?.verdict == .ineligible)
    }

    @Test func saysThatAnIssuerInTheSameFileMayNotIssue() throws {
        let notCA = root.issue("middle.contoso.com")
        let leaf = notCA.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pem + notCA.pem, to: "a.pem")
        let record = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(record.rules.contains("issuer-not-authority"))
        #expect(!record.rules.contains("issuer-missing"))
    }

    @Test func judgesAServerCertificateThatWronglySaysItIsAnAuthority() throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.isAuthority = true
            $0.keyUsage = nil
        }
        let folder = TemporaryFolder()
        folder.write(leaf.pem, to: "a.pem")
        let record = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(record.role == .endEntity)
        #expect(record.rules.contains("certificate-is-authority"))
    }

    @Test func matchesPrivateKeysWithTheirCertificate() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pem + issuing.pem, to: "a.pem")
        folder.write(PEMWriter.block("PRIVATE KEY", leaf.key.pkcs8DER), to: "mail.key")
        let record = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(record.rules.contains("private-key-exposed"))
        #expect(record.verdict == .eligibleWithWarnings)
    }

    @Test func judgesTheTwoUsesApart() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com") { $0.extendedKeyUsage = ["clientAuth"] }
        let folder = TemporaryFolder()
        folder.write(leaf.pem + issuing.pem, to: "a.pem")
        let record = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(record.roleVerdicts?[.server] == .ineligible)
        #expect(record.roleVerdicts?[.client] == .eligibleWithWarnings)
        #expect(record.verdict == .ineligible)
    }

    @Test func judgesACertificateForAnotherPurposeOnlyWhereItCoversAName() throws {
        let name = "Microsoft Exchange Server Auth Certificate"
        let bare = Forge.selfSigned(name) { $0.names = [] }
        let covering = Forge.selfSigned(name) { $0.names = ["mail.contoso.com"] }
        let folder = TemporaryFolder()
        folder.write(bare.pem + covering.pem, to: "a.pem")
        let asked = try audit(folder, anchors: [root])
        let record = try #require(asked.record(bare))
        #expect(record.role == .endEntity)
        #expect(record.verdict == nil && record.score == nil && record.roleVerdicts == nil)
        #expect(record.findings.map(\.rule) == ["not-a-transport-certificate"])
        #expect(asked.record(covering)?.verdict == .ineligible)
        #expect(asked.summary?.otherPurposes == 1)
        #expect(asked.summary?.judged == 1)
        #expect(asked.summary?.authorities == 0)
        #expect(try audit(folder, anchors: [root], names: []).summary?.otherPurposes == 2)
    }

    @Test func neverRaisesAScoreForABlocker() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let good = issuing.issue("mail.contoso.com")
        let blockers: [(inout CertificateTemplate) -> Void] = [
            { $0.notAfter = "20260301000000Z" }, { $0.key = .kept(.rsa(1024)) },
            { $0.names = ["other.example"] },
            { $0.extendedKeyUsage = ["clientAuth"] }, { $0.hash = .sha1 },
        ]
        let folder = TemporaryFolder()
        folder.write(good.pem + issuing.pem, to: "good.pem")
        let bad = blockers.map { issuing.issue("mail.contoso.com", $0) }
        for (number, leaf) in bad.enumerated() { folder.write(leaf.pem, to: "bad\(number).pem") }
        let audit = try audit(folder, anchors: [root])
        let score = try #require(audit.record(good)?.score?.value)
        #expect(score > 0)
        for leaf in bad {
            let record = try #require(audit.record(leaf))
            #expect(record.verdict == .ineligible, "\(record.rules)")
            #expect(record.score?.value == 0)
        }
    }

    @Test func exposesTheKeyOfAPKCS12UnderTheEmptyPassword() throws {
        let leaf = root.issue("mail.contoso.com")
        let folder = TemporaryFolder()
        folder.write(leaf.pkcs12(password: ""), to: "a.pfx")
        let record = try #require(try audit(folder, anchors: [root]).record(leaf))
        #expect(record.rules.contains("private-key-exposed"))
    }
}
