import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Nothing in one certificate makes its report grow without an end.
@Suite("Findings on one certificate")
struct BoundedFindingsTests {
    private let root = Forge.authority("Alpha Root")

    private func subject(_ adjust: (inout CertificateTemplate) -> Void) throws -> Subject {
        try Subject.forged(root.issue("mail.contoso.com", adjust), under: [root])
    }

    @Test func areCountedBeyondTheFirstOfARule() throws {
        let subject = try subject {
            $0.subject = (0..<100).map { (type: "CN", value: "host\($0).contoso.com") }
        }
        let found = RuleRegistry.findings(in: subject).filter {
            $0.rule == "common-name-outside-alternative-names"
        }
        #expect(found.count == RuleRegistry.mostFindings + 1)
        #expect(found.last?.message == "80 more findings of this kind, which are not listed")
        #expect(found.last?.severity == .note)
    }

    @Test func repeatNoMoreOfANameThanAPersonReads() throws {
        let name = String(repeating: "x", count: 60_000) + ".contoso.com"
        let subject = try subject {
            $0.names = [name, "_" + name]
            $0.extensions = [ForgedExtension("1.2.3.4", isCritical: true, value: [5, 0])]
        }
        for finding in RuleRegistry.findings(in: subject) { #expect(finding.message.utf8.count < 2_000) }
    }

    @Test func countCriticalExtensionsBeyondTheFirst() throws {
        let subject = try subject {
            $0.extensions = (0..<50).map {
                ForgedExtension("1.3.6.1.4.1.99999.\($0)", isCritical: true, value: [5, 0])
            }
        }
        let defects = subject.search.best?.defects ?? []
        #expect(defects.count == 11)
        #expect(defects.last?.kind == .furtherCriticalExtensions(40))
        #expect(subject.search.trusted != nil, "what the target has on every path is no defect of the path")
        let found = CriticalExtensionNotUnderstood().findings(in: subject)
        #expect(
            found.last?.message == "the certificate has 40 more critical extensions that are not understood"
        )
    }

    @Test func listAFewDefectsOfAnEncoding() throws {
        let leaf = root.issue("mail.contoso.com") {
            $0.extensions = (0..<60).flatMap { number in
                Array(repeating: ForgedExtension("1.3.6.1.4.1.99999.\(number)", value: [5, 0]), count: 2)
            }
        }
        let defects = try leaf.certificate.encodingDefects
        #expect(defects.count == EncodingDefect.mostListed + 1)
        #expect(defects.last == .further(40))
    }
}
