import Forges
import TestSupport
import Testing

@testable import ChainKit

/// Every base against every dNSName, permitted and excluded, by chaincheck and by OpenSSL.
@Suite("Name constraints on dNSNames, the whole grid")
struct NameConstraintsGridTests {
    private static let names = [
        "com", "example.com", "mail.example.com", "MAIL.example.com", "a.mail.example.com", "evilexample.com",
        "other.org", "*.com", "*.example.com", "*.mail.example.com", "*.a.mail.example.com", "*.EXAMPLE.com",
        "*.other.org",
    ]

    private static let belowCom = names.filter { $0.lowercased().hasSuffix(".com") }
    private static let belowExample = [
        "mail.example.com", "MAIL.example.com", "a.mail.example.com", "*.example.com", "*.mail.example.com",
        "*.a.mail.example.com", "*.EXAMPLE.com",
    ]
    private static let belowMail = ["a.mail.example.com", "*.mail.example.com", "*.a.mail.example.com"]

    /// One base of a subtree.
    struct Row: Sendable {
        let base: String
        /// The names within it, as OpenSSL 3.0 and Go agree: a wildcard label counts as any other label.
        let within: [String]
        /// Wildcards outside it that cover a name within: we refuse them where the base is excluded, OpenSSL 3.0 does not.
        let reaching: [String]
    }

    private static let rows = [
        Row(base: "", within: names, reaching: []),
        Row(base: "com", within: ["com"] + belowCom, reaching: []),
        Row(base: "COM", within: ["com"] + belowCom, reaching: []),
        Row(base: ".com", within: belowCom, reaching: []),
        Row(base: "example.com", within: ["example.com"] + belowExample, reaching: ["*.com"]),
        Row(base: "EXAMPLE.Com", within: ["example.com"] + belowExample, reaching: ["*.com"]),
        Row(base: ".example.com", within: belowExample, reaching: []),
        Row(
            base: "mail.example.com",
            within: ["mail.example.com", "MAIL.example.com"] + belowMail,
            reaching: ["*.example.com", "*.EXAMPLE.com"]
        ),
        Row(base: ".mail.example.com", within: belowMail, reaching: []),
        Row(base: ".MAIL.example.com", within: belowMail, reaching: []),
        Row(
            base: "a.mail.example.com",
            within: ["a.mail.example.com", "*.a.mail.example.com"],
            reaching: ["*.mail.example.com"]
        ),
        Row(base: ".a.mail.example.com", within: ["*.a.mail.example.com"], reaching: []),
        Row(base: "other.net", within: [], reaching: []),
    ]

    private let root = Forge.authority("Alpha Root")

    /// Whether chaincheck and OpenSSL accept a name under an authority with one subtree (permitted 0xa0, excluded 0xa1).
    private func answers(_ name: String, _ base: String, list: UInt8) throws -> (ours: Bool, openSSL: Bool) {
        try answers(name, [base], list: list)
    }

    private func answers(_ name: String, _ bases: [String], list: UInt8) throws -> (
        ours: Bool, openSSL: Bool
    ) {
        let subtrees = bases.map { DERWriter.sequence(DERWriter.element(0x82, Array($0.utf8))) }
        let issuing = root.authority("Alpha Issuing CA") {
            $0.key = .kept(.p256)
            let value = DERWriter.sequence(DERWriter.element(list, subtrees.flatMap(\.self)))
            $0.extensions = [ForgedExtension("nameConstraints", isCritical: true, value: value)]
        }
        let leaf = issuing.issue("x", names: [name])
        let openSSL = OpenSSLVerifier.answer(
            leaf: leaf.der,
            intermediates: [issuing.der],
            roots: [root.der],
            time: 1_780_272_000
        )
        return (
            try search(leaf, pool: [issuing], anchors: [root]).bestDefects.isEmpty, openSSL == .accept
        )
    }

    @Test(arguments: rows) func permitsWhatLiesWithin(_ row: Row) throws {
        for name in Self.names {
            let answers = try answers(name, row.base, list: 0xa0)
            #expect(answers.ours == row.within.contains(name), "\(name) under permitted '\(row.base)'")
            #expect(answers.openSSL == answers.ours, "OpenSSL: \(name) under permitted '\(row.base)'")
        }
    }

    @Test(arguments: rows) func excludesWhatLiesWithinAndWildcardsThatReachIn(_ row: Row) throws {
        for name in Self.names {
            let answers = try answers(name, row.base, list: 0xa1)
            let isWithin = row.within.contains(name)
            #expect(
                answers.ours == !(isWithin || row.reaching.contains(name)),
                "\(name) under excluded '\(row.base)'"
            )
            #expect(answers.openSSL == !isWithin, "OpenSSL: \(name) under excluded '\(row.base)'")
        }
    }

    /// They exclude at least what they say, which is the domain without its decoration.
    @Test(arguments: ["*.example.com", "example.com.", "*.EXAMPLE.com."])
    func excludesADomainThatIsWrittenAsAHostOrAWildcard(_ base: String) throws {
        for name in ["example.com", "mail.example.com", "*.example.com", "a.mail.example.com", "*.com"] {
            #expect(try !answers(name, base, list: 0xa1).ours, "\(name) under excluded '\(base)'")
        }
        #expect(try answers("other.org", base, list: 0xa1).ours)
    }

    /// Neither RFC 5280 nor anybody's practice says what these exclude: the path is refused.
    @Test(arguments: [
        ".", "..example.com", "a..example.com", "https://example.com", "m*.example.com", "*", "a.*.com",
        "x@example.com", "example.com:443", "ex ample.com", "b\u{fc}ro.example",
    ])
    func refusesThePathWhereAnExcludedBaseIsMalformed(_ base: String) throws {
        for name in ["example.com", "mail.example.com", "*.example.com", "other.org"] {
            #expect(try !answers(name, base, list: 0xa1).ours, "\(name) under excluded '\(base)'")
        }
    }

    /// Permitted, they permit what is literally below them, as OpenSSL and Go have it.
    @Test func permitsUnderAMalformedBaseNoMoreThanItSays() throws {
        for (base, name, isPermitted) in [
            ("*.example.com", "*.example.com", true), ("*.example.com", "mail.example.com", false),
            ("example.com.", "example.com", false), (".", "example.com", false),
        ] {
            let answers = try answers(name, base, list: 0xa0)
            #expect(answers.ours == isPermitted, "\(name) under permitted '\(base)'")
            #expect(answers.openSSL == isPermitted, "OpenSSL: \(name) under permitted '\(base)'")
        }
    }

    /// One that is not even text takes nothing from what another permits, whichever comes first.
    @Test func permitsByOneBaseWhateverElseStandsBesideIt() throws {
        for bases in [
            ["a b", "example.com"], ["example.com", "a b"], ["b\u{fc}ro.example", "EXAMPLE.com"],
        ] {
            let permitted = try answers("mail.example.com", bases, list: 0xa0)
            #expect(permitted.ours && permitted.openSSL)
            let other = try answers("other.org", bases, list: 0xa0)
            #expect(!other.ours && !other.openSSL)
        }
    }

    /// OpenSSL takes a wildcard for a part of a label; so a name with one may stand for an excluded host, too.
    @Test func excludesPartialWildcardsThatReachIn() throws {
        #expect(try !answers("m*.example.com", "mail.example.com", list: 0xa1).ours)
        #expect(try answers("m*.example.com", "other.org", list: 0xa1).ours)
    }
}
