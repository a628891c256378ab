import Forges
import Testing

@testable import ChainKit

struct RootVerdictTests {
    /// One question with its answer: a row of the truth table in the study of the list of 2026-10-23.
    struct Row: Sendable, CustomTestStringConvertible {
        let root: String
        let purpose: KeyPurpose
        let issued: String
        let at: String
        let outcome: RootVerdict.Outcome

        init(
            _ root: String,
            _ issued: String,
            _ outcome: RootVerdict.Outcome,
            for purpose: KeyPurpose = .serverAuthentication,
            at: String = "2026-11-23"
        ) {
            self.root = root
            self.purpose = purpose
            self.issued = issued
            self.at = at
            self.outcome = outcome
        }

        var testDescription: String { "\(root.prefix(8)) \(purpose.name) issued \(issued), at \(at)" }
    }

    static let rows: [Row] = [
        Row("DF3C24F9BFD666761B268073FE06D1CC8D4F82A4", "2021-07-01", .trusted),
        Row("DF3C24F9BFD666761B268073FE06D1CC8D4F82A4", "2026-11-01", .trusted),
        Row(
            "CABD2A79A1076A31F21D253635CB039D4329A5E8",
            "2020-01-01",
            .purposeNotListed,
            for: .emailProtection
        ),
        Row("8CF427FD790C3AD166068DE81E57EFBB932272D4", "2025-04-15", .trusted),
        Row("8CF427FD790C3AD166068DE81E57EFBB932272D4", "2025-06-01", .notBefore),
        Row("8CF427FD790C3AD166068DE81E57EFBB932272D4", "2025-06-01", .trusted, for: .emailProtection),
        Row("F9B5B632455F9CBEEC575F80DCE96E2CC7B278B7", "2025-06-01", .trusted),
        Row("F9B5B632455F9CBEEC575F80DCE96E2CC7B278B7", "2026-10-01", .notBefore),
        Row("67650DF17E8E7E5B8240A4F4564BCFE23D69C6F0", "2026-09-14", .trusted),
        Row("67650DF17E8E7E5B8240A4F4564BCFE23D69C6F0", "2026-10-01", .notBefore),
        Row("06083F593F15A104A069A46BA903D006B7970991", "2026-10-01", .trusted),
        Row("8094640EB5A7A1CA119C1FDDD59F810263A7FBD1", "2020-01-01", .trusted, for: .codeSigning),
        Row("8094640EB5A7A1CA119C1FDDD59F810263A7FBD1", "2022-01-01", .notBefore, for: .codeSigning),
        Row("8094640EB5A7A1CA119C1FDDD59F810263A7FBD1", "2022-01-01", .trusted),
        Row("8351509B7DF8CFE87BAE62AEB9B03A52F4E62C79", "2020-01-01", .purposeDisallowed),
        Row("8351509B7DF8CFE87BAE62AEB9B03A52F4E62C79", "2026-09-14", .trusted, for: .emailProtection),
        Row("8351509B7DF8CFE87BAE62AEB9B03A52F4E62C79", "2026-10-01", .notBefore, for: .emailProtection),
        Row("FFBDCDE782C8435E3C6F26865CCAA83A455BC30A", "2020-01-01", .disabled),
        Row("FFBDCDE782C8435E3C6F26865CCAA83A455BC30A", "2020-01-01", .purposeDisallowed, at: "2025-09-14"),
        Row("D4DE20D05E66FC53FE1A50882C78DB2852CAE474", "2020-01-01", .disabled),
        Row("D4DE20D05E66FC53FE1A50882C78DB2852CAE474", "2020-01-01", .trusted, at: "2026-09-14"),
        Row("1B1815AF925D140EFC5AF9A1AA55EEBB4FFBC561", "2026-10-01", .trusted),
        Row("4EB6D578499B1CCF5F581EAD56BE3D9B6744A5E5", "2020-06-01", .trusted),
        Row("4EB6D578499B1CCF5F581EAD56BE3D9B6744A5E5", "2022-06-01", .notBefore),
        Row("795F8860C5AB7C3D92E6CBF48DE145CD11EF600B", "2018-06-01", .disabled),
        Row("795F8860C5AB7C3D92E6CBF48DE145CD11EF600B", "2018-06-01", .trusted, at: "2019-05-31"),
        Row("30779E9315022E94856A3FF8BCF815B082F9AEFD", "2020-01-01", .disabled),
        Row("2F783D255218A74A653971B52CA29C45156FE919", "2020-01-01", .trusted),
        Row("3B1EFD3A66EA28B16697394703A72CA340A05BD5", "2026-10-01", .trusted, for: .timeStamping),
        Row("C3C46804231FEBEA6429F6DE0FDADF6426789AF1", "2026-10-01", .trusted),
        Row("D1EB23A46D17D68FD92564C2F1F1601764D8E349", "2020-01-01", .notInList),
        Row("2B8F1B57330DBBA2D07A6C51F70EE90DDAB9AD8E", "2026-10-01", .trusted),
        Row("DAC9024F54D8F6DF94935FB1732638CA6AD77C13", "2020-01-01", .disabled),
    ]

    private let list: MicrosoftRootList

    init() throws { list = try MicrosoftRootList.embedded() }

    private func verdict(_ row: Row) throws -> RootVerdict {
        list.verdict(
            on: try #require(Thumbprint(hexadecimal: row.root)),
            for: row.purpose,
            leafNotBefore: try #require(Instant(rfc3339: row.issued)),
            at: try #require(Instant(rfc3339: row.at))
        )
    }

    @Test(arguments: rows) func answersAsTheTruthTableDoes(row: Row) throws {
        #expect(try verdict(row).outcome == row.outcome)
    }

    @Test func aRootBeforeItsCutOffCarriesTheWarningAboutRenewal() throws {
        let date = try #require(Instant(rfc3339: "2025-04-16"))
        let verdict = try verdict(Row("8CF427FD790C3AD166068DE81E57EFBB932272D4", "2025-04-15", .trusted))
        #expect(verdict.notes == [.renewalWouldBeRejected(since: date)])
        #expect(verdict.reason.contains("only because issued before 2025-04-16"))
    }

    @Test func theInstantOfTheCutOffIsAlreadyTooLate() throws {
        let root = "8CF427FD790C3AD166068DE81E57EFBB932272D4"
        #expect(try verdict(Row(root, "2025-04-15T23:59:59Z", .trusted)).outcome == .trusted)
        let late = try verdict(Row(root, "2025-04-16T00:00:00Z", .notBefore))
        #expect(late.outcome == .notBefore)
        #expect(late.since?.date == "2025-04-16")
    }

    @Test func aRootThatWillBeDisabledSaysWhen() throws {
        let row = Row("D4DE20D05E66FC53FE1A50882C78DB2852CAE474", "2020-01-01", .trusted, at: "2026-09-14")
        let date = try #require(Instant(rfc3339: "2026-09-15"))
        #expect(try verdict(row).notes.contains(.willBeDisabled(on: date)))
    }

    @Test func aPilotRootIsTrustedByTheListAndNotByUs() throws {
        let verdict = try verdict(Row("C3C46804231FEBEA6429F6DE0FDADF6426789AF1", "2026-10-01", .trusted))
        #expect(verdict.outcome == .trusted)
        #expect(verdict.isPilot)
        #expect(!verdict.isTrusted)
    }

    @Test func aCertificateThatOnlySharesTheSHA1IsNotTheRoot() throws {
        let entry = try #require(list.entries.first)
        let other = try #require(list.certificate(of: list.entries[1].thumbprint))
        let now = list.thisUpdate
        let verdict = entry.verdict(on: other, for: .serverAuthentication, leafNotBefore: now, at: now)
        #expect(verdict.outcome == .digestMismatch)
    }

    @Test func everyReasonIsLowerCaseWithoutAFullStop() throws {
        for row in Self.rows {
            let reason = try verdict(row).reason
            #expect(!reason.isEmpty && !reason.hasSuffix("."))
        }
    }
}
