import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("Text report")
struct TextReportTests {
    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func answersFirst() throws {
        let text = try ReportFixture.typical().text()
        let answer = try #require(text.firstRange(of: "BIND  good.cer (+1 more)"))
        let cause = try #require(text.firstRange(of: "expired.cer"))
        #expect(answer.lowerBound < cause.lowerBound)
        #expect(lines(text).prefix(5).contains { $0.hasPrefix("BIND") })
    }

    @Test func saysWhatToTypeAndWhatToInstall() throws {
        let text = try ReportFixture.typical().text()
        #expect(text.contains("Alpha CA 1, in again.pem"))
        #expect(text.contains("Enable-ExchangeCertificate -Thumbprint "))
        #expect(text.contains("answer No"))
        #expect(text.contains("Set-SendConnector \"<name>\" -TlsCertificateName $n"))
    }

    @Test func neverAdvisesToSuppressTheQuestionOrToUnbind() throws {
        let text = try ReportFixture.typical().text { $0.explains = true }
        #expect(!text.contains("-Force"))
        #expect(!text.contains("-Services IIS"))
    }

    @Test func namesEveryFile() throws {
        let text = try ReportFixture.typical().text()
        for name in ["good.cer", "again.pem", "expired.cer", #"odd\u{1b}[2J.cer"#, "README.txt", "cut.pem"] {
            #expect(text.contains(name), "\(name)")
        }
    }

    @Test func letsNoControlCharacterThrough() throws {
        #expect(!hasControls(try ReportFixture.typical().text { $0.explains = true }))
        #expect(!hasControls(try ReportFixture.typical().text { $0.isQuiet = true }))
    }

    @Test(arguments: [40, 60, 80, 100, 140])
    func keepsToTheWidth(width: Int) throws {
        let text = try ReportFixture.typical().text(width: width) { $0.explains = true }
        for line in lines(text) {
            // Commands and single words, as thumbprints, are never broken: they are there to be copied.
            let isCommand = ["    Enable-", "    $", "    Set-", "    #"].contains { line.hasPrefix($0) }
            let words = line.split(separator: " ").map { DisplayWidth.columns(String($0)) }
            let isOneWord = (words.max() ?? 0) + 20 > width
            #expect(isCommand || isOneWord || DisplayWidth.columns(String(line)) <= width, "\(line)")
        }
    }

    @Test func coloursOnlyWhenAsked() throws {
        let fixture = ReportFixture.typical()
        let coloured = try fixture.text(isColoured: true)
        #expect(coloured.contains("\u{1b}[32mBIND\u{1b}[0m"))
        let stripped = coloured.replacing(/\u{1b}\[\d+m/, with: "")
        #expect(try stripped == fixture.text())
    }

    @Test func givesTheAnswerAloneWhenQuiet() throws {
        let text = try ReportFixture.typical().text { $0.isQuiet = true }
        #expect(lines(text).count <= 3)
        #expect(text.hasPrefix("BIND "))
    }

    @Test func saysWhyNothingCanBeBound() throws {
        var fixture = ReportFixture()
        let expired = fixture.root.issue("mail.contoso.com") { $0.notAfter = "20260201000000Z" }
        fixture.inputs = [.octets(expired.der, name: "in/old.cer")]
        let text = try fixture.text()
        #expect(
            text.contains(
                "No usable certificate: the one server certificate found cannot be used for SMTP.\n"
            )
        )
        #expect(text.contains("Fewest problems (still not usable): old.cer"))
        #expect(try ReportFixture().text().contains("No usable certificate: no file was found."))
    }

    @Test func tellsTheWaysThatWereRefusedWhenAsked() throws {
        var fixture = ReportFixture()
        let stranger = Forge.authority("Stranger").issue("mail.contoso.com")
        fixture.inputs = [.octets(stranger.der, name: "in/lost.cer")]
        let text = try fixture.text { $0.explains = true }
        #expect(text.contains("path 1 of 1, refused: mail.contoso.com > ?"))
        #expect(text.contains("mail.contoso.com: its issuer's certificate is not here"))
    }

    @Test func staysShortHoweverManyCertificatesThereAre() throws {
        var fixture = ReportFixture()
        let key = ForgedKey.fresh(.p256)
        fixture.inputs = (0..<1_000).map { number in
            let certificate = fixture.root.issue("n\(number).contoso.com") {
                $0.key = key
                $0.notAfter = "20260201000000Z"
            }
            return .octets(certificate.der, name: "in/\(number).cer")
        }
        let text = try fixture.text()
        #expect(text.contains("and 900 more not eligible; --format json has all"))
        #expect(text.contains("error certificate-expired: 1,000 certificates"))
        #expect(text.utf8.count < 200_000)
    }

    @Test func tellsTheExitCode() throws {
        let text = try ReportFixture.typical().text { $0.exitCode = { _ in 1 } }
        #expect(text.hasSuffix("exit 1: 2 of 3 certificates are not fit, and 1 file could not be read\n"))
    }

    /// A good certificate beside one of the same issuer and subject with that end and those names.
    private func beside(until end: String, names: [String]) -> ReportFixture {
        var fixture = ReportFixture()
        let good = fixture.root.issue("mail.contoso.com")
        let other = fixture.root.issue("mail.contoso.com", names: names) {
            $0.notBefore = "20250101000000Z"
            $0.notAfter = end
        }
        fixture.inputs = [.octets(good.der, name: "in/good.cer"), .octets(other.der, name: "in/other.cer")]
        return fixture
    }

    @Test func promisesAChoiceByPinningOnlyWhereThereIsOne() throws {
        let promise = "so that none of the others here is chosen"
        #expect(try ReportFixture.typical().text(width: 200).contains(promise))
        for (end, names) in [("20260201000000Z", ["mail.contoso.com"]), ("20290101000000Z", ["x.example"])] {
            let text = try beside(until: end, names: names).text(width: 200)
            #expect(text.contains("BIND  good.cer"))
            #expect(!text.contains(promise))
        }
    }

    @Test func warnsBeforeTheCommandsOfALaterExpiryWithTheSameName() throws {
        let fixture = beside(until: "20290101000000Z", names: ["x.example"])
        let text = try fixture.text(width: 400)
        let warning = try #require(
            text.firstRange(of: "takes the one with the latest expiry, which is not this one")
        )
        let command = try #require(text.firstRange(of: "Enable-ExchangeCertificate"))
        #expect(warning.lowerBound < command.lowerBound)
        #expect(text.contains("Microsoft's Exchange team states"))
        #expect(text.contains("other.cer: valid from 2025-01-01 until 2029-01-01, must not be bound"))
        #expect(text.contains("do not import other.cer on any server"))
        #expect(try fixture.text { $0.isQuiet = true }.contains("BUT NOT BESIDE other.cer"))
    }

    @Test func notesThatTheLatestExpiryTakesOver() throws {
        let text = try beside(until: "20260201000000Z", names: ["mail.contoso.com"]).text(width: 400)
        #expect(text.contains("takes the one with the latest expiry: this one"))
        #expect(text.contains("takes over as soon as it is imported"))
    }

    @Test func claimsNothingOfANameWithoutASubject() throws {
        var fixture = ReportFixture()
        let bare = fixture.root.issue("mail.contoso.com") { $0.subject = [] }
        fixture.inputs = [.octets(bare.der, name: "in/bare.cer")]
        let text = try fixture.text(width: 400)
        #expect(
            text.contains(
                "every certificate without a subject from this CA. What Exchange does then is not documented"
            )
        )
        #expect(!text.contains("so that none of the others"))
    }

    @Test func neverAdvisesToReissueWhatServesAnotherPurpose() throws {
        var fixture = ReportFixture()
        let other = Forge.selfSigned("WMSvc-SHA2-EX01") { $0.names = [] }
        fixture.inputs = [.octets(other.der, name: "in/other.cer")]
        let text = try fixture.text(width: 200)
        #expect(text.contains("No usable certificate: there is no certificate for SMTP"))
        #expect(text.contains("OTHER    other.cer"))
        #expect(text.contains("note not-a-transport-certificate: "))
        #expect(text.contains("1 for other purposes"))
        #expect(!text.contains("reissued") && !text.contains("Fewest problems"))
    }

    @Test func namesTheCertificateWhosePrivateKeyLiesOpen() throws {
        var fixture = ReportFixture()
        let leaf = fixture.root.issue("mail.contoso.com") { $0.key = .fresh(.p256) }
        let authority = fixture.root.authority("Alpha CA 1") { $0.key = .fresh(.p256) }
        func key(_ certificate: ForgedCertificate) -> [UInt8] {
            Array(PEMWriter.block("PRIVATE KEY", certificate.key.pkcs8DER).utf8)
        }
        fixture.inputs = [
            .octets(key(leaf), name: "in/a.key"), .octets(key(authority), name: "in/b.key"),
            .octets(leaf.der, name: "in/leaf.cer"), .octets(authority.der, name: "in/ca.cer"),
        ]
        let text = try fixture.text(width: 200)
        #expect(text.contains("a.key: the private key of leaf.cer"))
        #expect(text.contains("b.key: the private key of ca.cer"))
    }
}
