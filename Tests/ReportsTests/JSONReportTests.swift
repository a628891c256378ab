import Forges
import Foundation
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("JSON report")
struct JSONReportTests {
    private func certificates(_ document: [String: Any]) -> [[String: Any]] {
        document["certificates"] as? [[String: Any]] ?? []
    }

    @Test func hasTheMembersOfItsSchema() throws {
        let document = try ReportFixture.typical().json()
        #expect(document["schemaVersion"] as? String == "2")
        #expect(document["at"] as? String == "2026-04-11T00:00:00Z")
        #expect(document["domains"] as? [String] == ["mail.contoso.com"])
        #expect(
            Set(document.keys).isSuperset(of: [
                "list", "recommendation", "summary", "files", "certificates", "limits",
            ])
        )
        let members: Set = [
            "sha256", "thumbprint", "subject", "issuer", "notBefore", "notAfter", "sources", "role",
            "verdict",
            "score", "scoreParts", "roles", "names", "findings", "path", "alternatives", "subjectDotNet",
            "tlsCertificateName",
        ]
        for certificate in certificates(document) { #expect(Set(certificate.keys).isSuperset(of: members)) }
    }

    @Test func reportsEveryFileFound() throws {
        let fixture = ReportFixture.typical()
        let files = try fixture.json()["files"] as? [[String: Any]] ?? []
        #expect(files.count == fixture.inputs.count)
        let outcomes = files.map { $0["outcome"] as? String }
        #expect(outcomes == ["ok", "ok", "ok", "ok", "skipped", "error"])
        #expect(files.last?["detail"] is String)
    }

    @Test func namesTheCertificateToBindAndItsIntermediates() throws {
        let document = try ReportFixture.typical().json()
        let recommendation = document["recommendation"] as? [String: Any] ?? [:]
        #expect(recommendation["subject"] as? String == "CN=mail.contoso.com")
        #expect((recommendation["sources"] as? [[String: Any]])?.count == 2)
        let intermediates = recommendation["intermediates"] as? [[String: Any]] ?? []
        #expect(intermediates.map { $0["subject"] as? String } == ["CN=Alpha CA 1"])
        let source = intermediates.first?["source"] as? [String: Any]
        #expect(source?["kind"] as? String == "file")
        #expect(source?["path"] as? String == "in/again.pem")
    }

    @Test func namesTheCertificatesThatNoConnectorCanTellFromIt() throws {
        var fixture = ReportFixture()
        let good = fixture.root.issue("mail.contoso.com")
        let late = fixture.root.issue("mail.contoso.com", names: ["x.example"]) {
            $0.notAfter = "20290101000000Z"
        }
        fixture.inputs = [.octets(good.der, name: "in/good.cer"), .octets(late.der, name: "in/late.cer")]
        let recommendation = try #require(try fixture.json()["recommendation"] as? [String: Any])
        #expect(recommendation["pinning"] as? String == "other")
        #expect(recommendation["sameTlsCertificateNameLeftOut"] as? Int == 0)
        let others = try #require(recommendation["sameTlsCertificateName"] as? [[String: Any]])
        #expect(others.map { $0["verdict"] as? String } == ["ineligible"])
        #expect(others.first?["notAfter"] as? String == "2029-01-01T00:00:00Z")
        #expect((others.first?["sources"] as? [[String: Any]])?.first?["path"] as? String == "in/late.cer")
    }

    @Test func recommendsNothingWhereNothingIsThere() throws {
        let document = try ReportFixture().json()
        #expect(document["recommendation"] is NSNull)
        #expect((document["files"] as? [Any])?.isEmpty == true)
        #expect(certificates(document).isEmpty)
    }

    @Test func judgesNoAuthority() throws {
        let document = try ReportFixture.typical().json()
        let authority = certificates(document).first { $0["role"] as? String == "intermediate" }
        #expect(authority?["verdict"] is NSNull)
        #expect(authority?["score"] is NSNull)
        #expect(authority?["roles"] is NSNull)
    }

    @Test func givesTextFromACertificateBackUnchanged() throws {
        let subjects = certificates(try ReportFixture.typical().json()).compactMap {
            $0["subjectDotNet"] as? String
        }
        #expect(subjects.contains { $0.contains("evil\u{1b}[31m\nNO\u{202e}") })
    }

    @Test func saysNullForATimeThatIsNone() throws {
        var fixture = ReportFixture()
        let good = fixture.root.issue("mail.contoso.com")
        var der = good.der
        let time = Array("270101000000Z".utf8)
        let place = try #require(der.indices.first { der[$0...].starts(with: time) })
        der[place + 2] = UInt8(ascii: "9")
        fixture.inputs = [.octets(der, name: "in/odd.cer")]
        let certificate = try #require(certificates(try fixture.json()).first)
        #expect(certificate["notAfter"] is NSNull)
        #expect(certificate["notBefore"] as? String == "2026-01-01T00:00:00Z")
    }

    @Test func putsThePEMInWhenAsked() throws {
        var fixture = ReportFixture()
        let good = fixture.root.issue("mail.contoso.com")
        fixture.inputs = [.octets(good.der, name: "in/good.cer")]
        #expect(certificates(try fixture.json(includesPEM: true)).first?["pem"] as? String == good.pem)
        #expect(certificates(try fixture.json()).first?["pem"] == nil)
    }

    @Test func tellsCoverageOfEachName() throws {
        var fixture = ReportFixture()
        let wildcard = fixture.root.issue("*.contoso.com")
        let other = fixture.root.issue("mail.fabrikam.com")
        fixture.inputs = [.octets(wildcard.der, name: "in/a.cer"), .octets(other.der, name: "in/b.cer")]
        let names = certificates(try fixture.json()).compactMap { ($0["names"] as? [[String: Any]])?.first }
        #expect(names.map { $0["by"] as? String } == ["wildcard", nil])
        #expect(names.map { $0["covered"] as? Bool } == [true, false])
        #expect(names.first?["pattern"] as? String == "*.contoso.com")
    }
}

@Suite("NDJSON report")
struct NDJSONReportTests {
    @Test func writesEachFileBeforeTheCertificatesFirstSeenInIt() throws {
        let types = try ReportFixture.typical().lines().compactMap { $0["type"] as? String }
        #expect(
            types == [
                "begin", "file", "certificate", "file", "certificate", "file", "certificate", "file",
                "certificate",
                "file", "file", "end",
            ]
        )
    }

    @Test func saysInItsLinesWhatTheDocumentSays() throws {
        let fixture = ReportFixture.typical()
        let lines = try fixture.lines()
        let document = try fixture.json()
        var certificates: [[String: Any]] = []
        for var line in lines where line["type"] as? String == "certificate" {
            line["type"] = nil
            certificates.append(line)
        }
        #expect(NSArray(array: certificates) == NSArray(array: document["certificates"] as? [Any] ?? []))
        #expect(lines.last?["summary"] as? NSDictionary == document["summary"] as? NSDictionary)
    }

    @Test func handsOverInChunks() throws {
        var fixture = ReportFixture()
        fixture.inputs = (0..<2_000).map { .octets([], name: "in/\($0)") }
        let collector = Collector()
        var writer = NDJSONReport(toolVersion: "0", sink: collector.sink)
        try fixture.run(&writer)
        #expect(collector.octets.count / collector.calls > 30_000)
    }
}
