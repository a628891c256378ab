import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

@Suite("TlsCertificateNameMatch")
struct TlsCertificateNameMatchTests {
    private static let issuer = "CN=Alpha CA - G2, O=\"Alpha, Inc.\", L=Scottsdale, S=Arizona, C=US"
    private static let subject = "CN=mail.contoso.com, O=Contoso, S=Ohio, C=US"
    private static let good = "<I>\(issuer)<S>\(subject)"

    private func match(_ text: String) -> TlsCertificateNameMatch {
        TlsCertificateNameMatch(
            TlsCertificateName(reading: text),
            InstalledFixture.named("A1", issuer: Self.issuer, subject: Self.subject)
        )
    }

    private func differences(_ text: String) -> [TlsCertificateNameDifference]? {
        if case .near(let differences, _) = match(text) { differences } else { nil }
    }

    private func lines(_ text: String) -> [String] {
        if case .near(_, let lines) = match(text) { lines.map(\.text) } else { [] }
    }

    @Test func matchesLetterByLetter() throws {
        #expect(match(Self.good) == .exact)
        let installed = try InstalledFixture.installed(Forge.authority("Root").issue("mail.contoso.com"))
        let certificate = try #require(installed.certificate)
        #expect(TlsCertificateNameMatch(TlsCertificateName(certificate), installed) == .exact)
        #expect(try TlsCertificateName(certificate) == #require(TlsCertificateName(installed)))
    }

    @Test func matchesWithAReservationWhereOnlyCaseDiffers() {
        #expect(match(Self.good.replacing("Contoso", with: "CONTOSO")) == .exceptForCase)
        #expect(match(Self.good.replacing("CN=", with: "cn=")) == .exceptForCase)
    }

    @Test func saysNothingWhereTheIssuerIsNotKnown() {
        let installed = InstalledFixture.named("A1", issuer: nil, subject: Self.subject)
        #expect(TlsCertificateNameMatch(TlsCertificateName(reading: Self.good), installed) == .unknown)
    }

    @Test func tellsTheStateWrittenAsOpenSSLDoes() {
        let text = Self.good.replacing("S=Arizona", with: "ST=Arizona")
        #expect(differences(text) == [.stateAsST])
        #expect(lines(text) == ["issuer: ST=Arizona where the certificate has S=Arizona"])
    }

    @Test func tellsLostAndOtherQuotes() {
        #expect(differences(Self.good.replacing("\"", with: "")) == [.quoting])
        #expect(differences(Self.good.replacing("\"Alpha, Inc.\"", with: "Alpha\\, Inc.")) == [.quoting])
        #expect(differences(Self.good.replacing("O=Contoso", with: "O=\"Contoso\"")) == [.quoting])
    }

    @Test func tellsSpacing() {
        #expect(
            differences(Self.good.replacing(", ", with: ",").replacing("Alpha,Inc", with: "Alpha, Inc")) == [
                .spacing
            ]
        )
        #expect(differences(Self.good.replacing("<S>", with: " <S>")) == [.spacing])
        #expect(differences(Self.good.replacing("Alpha CA", with: "Alpha  CA")) == [.spacing])
    }

    @Test func tellsOpenSSLsOrder() {
        let issuer = "C = US, ST = Arizona, L = Scottsdale, O = \"Alpha, Inc.\", CN = Alpha CA - G2"
        #expect(differences("<I>\(issuer)<S>\(Self.subject)") == [.spacing, .stateAsST, .reversedOrder])
    }

    @Test func tellsOpenSSLsSlashes() {
        let issuer = "/C=US/ST=Arizona/L=Scottsdale/O=Alpha, Inc./CN=Alpha CA - G2"
        #expect(differences("<I>\(issuer)<S>\(Self.subject)") == [.stateAsST, .slashes, .reversedOrder])
    }

    @Test func tellsOtherNamesOfTypes() {
        let installed = InstalledFixture.named("A1", issuer: "E=a@b.example, CN=R", subject: "CN=x")
        let name = TlsCertificateName(reading: "<I>emailAddress=a@b.example, CN=R<S>CN=x")
        guard case .near(let differences, _) = TlsCertificateNameMatch(name, installed) else {
            Issue.record("not near")
            return
        }
        #expect(differences == [.attributeTypes])
    }

    @Test func tellsAnIssuerThatChanged() {
        let text = Self.good.replacing("G2", with: "G3")
        #expect(differences(text) == [.issuerChanged])
        #expect(lines(text) == ["issuer: CN=Alpha CA - G3 where the certificate has CN=Alpha CA - G2"])
    }

    @Test func tellsASubjectThatChanged() {
        let text = Self.good.replacing("O=Contoso, ", with: "OU=Mail, ")
        #expect(differences(text) == [.subjectChanged])
        #expect(
            lines(text) == [
                "subject: OU=Mail, which the certificate does not have",
                "subject: without O=Contoso, which the certificate has",
            ]
        )
    }

    @Test func tellsDamagedTags() {
        let text = Self.good.replacing("<S>", with: "\\<S>")
        #expect(differences(text) == [.damaged(.backslashBeforeTag)])
        #expect(
            differences(Self.issuer + Self.subject) == [
                .damaged(.missingIssuerTag), .damaged(.missingSubjectTag),
            ]
        )
        #expect(differences("<I>\(Self.issuer)\(Self.subject)") == [.damaged(.missingSubjectTag)])
        #expect(differences("<S>\(Self.subject)<I>\(Self.issuer)") == [.damaged(.swappedOrder)])
    }

    @Test func tellsPartsThatAreExchangedOrMissing() {
        #expect(differences("<I>\(Self.subject)<S>\(Self.issuer)") == [.partsExchanged])
        #expect(
            differences(Self.subject)
                == [.issuerMissing, .damaged(.missingIssuerTag), .damaged(.missingSubjectTag)]
        )
    }

    @Test func isNoneForAnotherCertificate() {
        #expect(match("<I>CN=Beta CA<S>CN=smtp.fabrikam.com") == .none)
        #expect(match("garbage") == .none)
        #expect(match("") == .none)
    }

    @Test func takesNoSubjectForNoLikeness() {
        let installed = InstalledFixture.named("A1", issuer: "CN=Alpha", subject: "")
        #expect(TlsCertificateNameMatch(TlsCertificateName(reading: "<I>CN=Beta<S>"), installed) == .none)
        #expect(TlsCertificateNameMatch(TlsCertificateName(reading: "<I>CN=Alpha<S>"), installed) == .exact)
    }

    @Test func limitsTheLinesOfALongDifference() {
        let long = (0..<5_000).map { "OU=\($0)" }.joined(separator: ", ")
        let installed = InstalledFixture.named("A1", issuer: long, subject: "CN=x")
        let name = TlsCertificateName(reading: "<I>CN=R<S>CN=x")
        guard case .near(_, let lines) = TlsCertificateNameMatch(name, installed) else {
            Issue.record("not near")
            return
        }
        #expect(lines.count == TlsCertificateNameDifferenceLine.most)
    }
}

@Suite("TlsCertificateNameSearch")
struct TlsCertificateNameSearchTests {
    @Test func sortsWhatItFindsAndPutsTheNearestFirst() {
        let subject = "CN=mail.contoso.com, S=Ohio"
        let store = [
            InstalledFixture.named("D4", issuer: "CN=R10", subject: "CN=autodiscover.contoso.com"),
            InstalledFixture.named("C3", issuer: "CN=R11", subject: subject),
            InstalledFixture.named("B2", issuer: "CN=R10", subject: "CN=mail.contoso.com,S=Ohio"),
            InstalledFixture.named("A1", issuer: "CN=R10", subject: subject),
            InstalledFixture.named("E5", issuer: "cn=r10", subject: subject),
            InstalledFixture.named("F6", issuer: "CN=Other", subject: "CN=else"),
            InstalledFixture.named("07", issuer: nil, subject: subject),
        ]
        let name = TlsCertificateName(reading: "<I>CN=R10<S>\(subject)")
        for store in [store, store.reversed()] {
            let search = TlsCertificateNameSearch(name, among: store)
            #expect(search.exact.map(\.thumbprint) == ["A1"])
            #expect(search.exceptForCase.map(\.thumbprint) == ["E5"])
            #expect(search.near.map(\.installed.thumbprint) == ["B2", "C3", "D4"])
            #expect(search.unknown.map(\.thumbprint) == ["07"])
        }
    }

    @Test func putsTheNewestFirstAmongThoseThatAreAsNear() throws {
        let root = Forge.authority("R11")
        let old = try InstalledFixture.installed(root.issue("mail.contoso.com"))
        let new = try InstalledFixture.installed(
            root.issue("mail.contoso.com") { $0.notBefore = "20260601000000Z" }
        )
        let search = TlsCertificateNameSearch(
            TlsCertificateName(reading: "<I>CN=R10<S>CN=mail.contoso.com"),
            among: [old, new]
        )
        #expect(search.near.map(\.installed) == [new, old])
        #expect(search.near.allSatisfy { $0.differences == [.issuerChanged] })
    }
}
