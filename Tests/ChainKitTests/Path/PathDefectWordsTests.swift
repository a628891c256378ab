import Forges
import Testing

@testable import ChainKit

@Suite("Path defects in words")
struct PathDefectWordsTests {
    private static let kinds: [PathDefect.Kind] = [
        .issuerMissing, .selfSignedNotTrusted, .loop, .tooLong, .signatureInvalid,
        .signatureNotVerifiable(algorithm: "ML-DSA-65"), .signatureNotChecked, .notYetValid, .expired,
        .encoding(.version(7)),
        .notAuthority,
        .pathLengthExceeded(maximum: 0), .keyCertSignMissing, .purposeExcluded(.serverAuthentication),
        .criticalExtensionNotUnderstood(ObjectIdentifier("1.2.3")), .nameNotPermitted("a"),
        .nameExcluded("b"),
        .nameConstraintsNotUnderstood, .nameConstraintsNotChecked, .policiesNotChecked,
        .furtherNamesRefused(3), .furtherCriticalExtensions(4),
    ]

    @Test func haveACodeOfTheirOwnAndWords() {
        let defects = Self.kinds.map { PathDefect($0, at: 1) }
        #expect(Set(defects.map(\.code)).count == defects.count)
        for defect in defects {
            #expect(defect.code.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(!defect.words.isEmpty && !defect.words.hasSuffix("."))
        }
    }

    @Test func notesSayWhichCertificateTheyAreAbout() {
        #expect(PathNote.notInFolder(at: 2).position == 2)
        #expect(
            PathNote.anchorWillBeDisabled(on: Instant(seconds: 0)).words
                == "the root will be disabled on 1970-01-01"
        )
    }
}
