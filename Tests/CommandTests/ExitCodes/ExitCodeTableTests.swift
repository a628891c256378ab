import Foundation
import TestSupport
import Testing

/// The table of exit codes: a command line, and the code with which it ends.
///
/// `@trust` is a private root and a time at which the world's certificates are judged; `@example` is the example's
/// folder. `cut` files are truncated, `authorities` are certificates that nobody binds.
@Suite("exit codes")
struct ExitCodeTableTests {
    private let world: ExitCodeWorld

    init() throws { world = try ExitCodeWorld() }

    @Test("audit of files")
    func auditOfFiles() throws {
        try world.hold(
            """
            0  chaincheck audit fit @trust
            0  chaincheck audit fit --domain mail.contoso.com @trust
            0  chaincheck audit - @trust < fit/mail.pem
            0  chaincheck audit warned @trust
            1  chaincheck audit warned --fail-on warning @trust
            1  chaincheck audit fit --domain other.example @trust
            1  chaincheck audit unfit @trust
            1  chaincheck audit fit --no-signatures @trust
            1  chaincheck audit both @trust
            1  chaincheck audit both --quiet @trust
            1  chaincheck audit unfit /nowhere @trust
            0  chaincheck audit unfit --fail-on never @trust
            2  chaincheck audit both --fail-on never @trust
            2  chaincheck audit unread @trust
            2  chaincheck audit /nowhere @trust
            2  chaincheck audit /nowhere --allow-empty @trust
            2  chaincheck audit fit --anchors /nowhere
            2  chaincheck audit fit --authroot unsigned.stl
            3  chaincheck audit empty @trust
            3  chaincheck audit empty --fail-on never @trust
            0  chaincheck audit empty --allow-empty @trust
            3  chaincheck audit authorities @trust
            3  chaincheck audit texts @trust
            3  chaincheck audit fit --include '*.pfx' @trust
            3  chaincheck audit - @trust < /dev/null
            64 chaincheck audit
            64 chaincheck audit fit --fail-on sometimes
            """
        )
    }

    @Test("audit of lines")
    func auditOfLines() throws {
        try world.hold(
            """
            0  chaincheck audit --from ndjson @trust < fit.ndjson
            1  chaincheck audit --from ndjson @trust < unfit.ndjson
            1  chaincheck audit --from ndjson @trust < both.ndjson
            0  chaincheck audit --from ndjson --fail-on never @trust < unfit.ndjson
            2  chaincheck audit --from ndjson --fail-on never @trust < both.ndjson
            2  chaincheck audit --from ndjson @trust < unread.ndjson
            3  chaincheck audit --from ndjson @trust < /dev/null
            3  chaincheck audit --from ndjson @trust < authorities.ndjson
            0  chaincheck audit --from ndjson --allow-empty @trust < /dev/null
            64 chaincheck audit fit --from ndjson
            """
        )
    }

    @Test("audit with an inventory")
    func auditWithAnInventory() throws {
        try world.hold(
            """
            1  chaincheck audit unfit --inventory @example/exchange @trust
            2  chaincheck audit fit --inventory /nowhere @trust
            2  chaincheck audit --inventory @example/exchange empty @trust
            """
        )
    }

    @Test("exchange")
    func exchange() throws {
        try world.hold(
            """
            1  chaincheck exchange @example/exchange --anchors @example/trust/roots.pem --at 2026-11-23
            1  chaincheck exchange @example/exchange /nowhere --at 2026-11-23
            0  chaincheck exchange @example/exchange --fail-on never --at 2026-11-23
            2  chaincheck exchange @example/exchange /nowhere --fail-on never --at 2026-11-23
            2  chaincheck exchange /nowhere
            2  chaincheck exchange @example/exchange --import texts/README.txt
            3  chaincheck exchange empty
            3  chaincheck exchange texts
            3  chaincheck exchange fit @trust
            0  chaincheck exchange empty --allow-empty
            64 chaincheck exchange
            """
        )
    }

    @Test("compare")
    func compare() throws {
        try world.hold(
            """
            0  chaincheck compare leaf.pem fit/mail.pem @trust
            1  chaincheck compare fit/mail.pem expired.pem @trust
            0  chaincheck compare fit/mail.pem expired.pem --fail-on never @trust
            2  chaincheck compare leaf.pem /nowhere @trust
            2  chaincheck compare leaf.pem cut.cer --fail-on never @trust
            3  chaincheck compare leaf.pem texts/README.txt @trust
            0  chaincheck compare leaf.pem texts/README.txt --allow-empty @trust
            64 chaincheck compare leaf.pem
            """
        )
    }

    @Test("explain, inspect and rules")
    func explainInspectAndRules() throws {
        try world.hold(
            """
            0  chaincheck explain '454 4.7.0 TLS negotiation failed with error UntrustedRoot'
            2  chaincheck explain -f /nowhere
            3  chaincheck explain 'good morning'
            3  chaincheck explain --format json 'good morning'
            3  chaincheck explain - < /dev/null
            0  chaincheck explain --allow-empty 'good morning'
            64 chaincheck explain
            0  chaincheck inspect leaf.pem
            0  chaincheck inspect unfit/mail.pem
            0  chaincheck inspect texts/README.txt
            2  chaincheck inspect leaf.pem cut.cer
            2  chaincheck inspect /nowhere
            64 chaincheck inspect
            0  chaincheck rules
            0  chaincheck rules root-not-trusted
            64 chaincheck rules no-such-rule
            """
        )
    }

    @Test("verify")
    func verify() throws {
        try world.hold(
            """
            0  chaincheck verify --leaf leaf.pem --intermediates ca.pem --roots roots.pem --at 2026-06-01
            1  chaincheck verify --leaf expired.pem --intermediates ca.pem --roots roots.pem --at 2026-06-01
            1  chaincheck verify --leaf leaf.pem --roots roots.pem --at 2026-06-01 --host other.example
            2  chaincheck verify --leaf /nowhere
            2  chaincheck verify --leaf cut.cer
            3  chaincheck verify --leaf texts/README.txt
            0  chaincheck verify --leaf texts/README.txt --allow-empty
            64 chaincheck verify
            0  chaincheck verify --batch < accepted.cases
            1  chaincheck verify --batch < rejected.cases
            1  chaincheck verify --batch < both.cases
            2  chaincheck verify --batch < unread.cases
            3  chaincheck verify --batch < /dev/null
            0  chaincheck verify --batch --allow-empty < /dev/null
            """
        )
    }

    @Test("vet")
    func vet() throws {
        try world.hold(
            """
            0  chaincheck vet good.csr --chain authorities/ca.pem @trust
            1  chaincheck vet weak.csr --chain authorities/ca.pem @trust
            0  chaincheck vet weak.csr --chain authorities/ca.pem --fail-on never @trust
            2  chaincheck vet /nowhere
            2  chaincheck vet cut.csr
            2  chaincheck vet --chain /nowhere
            3  chaincheck vet texts/README.txt
            3  chaincheck vet --chain texts/README.txt
            3  chaincheck vet --chain leaf.pem
            3  chaincheck vet --issuer 'No such CA'
            3  chaincheck vet --root FFFFFFFFFFFF
            0  chaincheck vet --issuer 'No such CA' --allow-empty
            64 chaincheck vet
            64 chaincheck vet --issuer Sectigo --days 0
            """
        )
    }

    @Test("ca and roots")
    func authoritiesAndRoots() throws {
        try world.hold(
            """
            0  chaincheck ca DigiCert
            1  chaincheck ca 'No such CA'
            1  chaincheck ca 'No such CA' --format json
            2  chaincheck ca DigiCert --authroot unsigned.stl
            64 chaincheck ca
            0  chaincheck roots list
            2  chaincheck roots list --authroot /nowhere
            2  chaincheck roots list --authroot unsigned.stl
            0  chaincheck roots show DF3C24F9
            1  chaincheck roots show 'No such CA'
            1  chaincheck roots show DigiCert
            2  chaincheck roots show DF3C24F9 --authroot unsigned.stl
            0  chaincheck roots find DigiCert
            1  chaincheck roots find 'No such CA'
            1  chaincheck roots find 'No such CA' --format json
            2  chaincheck roots find DigiCert --authroot unsigned.stl
            0  chaincheck roots verify
            1  chaincheck roots verify unsigned.stl
            2  chaincheck roots verify texts/README.txt
            0  chaincheck roots diff authroot.stl
            2  chaincheck roots diff unsigned.stl
            2  chaincheck roots diff /nowhere
            64 chaincheck roots diff
            """
        )
    }

    @Test("roots trust")
    func rootsTrust() throws {
        try world.hold(
            """
            0  chaincheck roots trust DF3C24F9BFD666761B268073FE06D1CC8D4F82A4 --at 2026-06-01
            1  chaincheck roots trust 0000000000000000000000000000000000000000
            2  chaincheck roots trust DF3C24F9BFD666761B268073FE06D1CC8D4F82A4 --authroot unsigned.stl
            64 chaincheck roots trust 00
            64 chaincheck roots trust
            0  chaincheck roots trust --batch --at 2026-06-01 < trusted.queries
            1  chaincheck roots trust --batch --at 2026-06-01 < untrusted.queries
            2  chaincheck roots trust --batch --at 2026-06-01 < unread.queries
            3  chaincheck roots trust --batch < /dev/null
            0  chaincheck roots trust --batch --allow-empty < /dev/null
            """
        )
    }

    @Test("timeline")
    func timeline() throws {
        try world.hold(
            """
            0  chaincheck timeline fit @trust
            1  chaincheck timeline unfit @trust
            1  chaincheck timeline both @trust
            2  chaincheck timeline unread @trust
            2  chaincheck timeline /nowhere @trust
            3  chaincheck timeline empty @trust
            3  chaincheck timeline authorities @trust
            3  chaincheck timeline empty --format ics @trust
            0  chaincheck timeline empty --allow-empty @trust
            64 chaincheck timeline
            """
        )
    }

    @Test("a reader that goes away changes no exit code")
    func readerThatGoesAway() throws {
        try world.hold(
            """
            0  chaincheck audit fit @trust | head -c 1
            1  chaincheck audit unfit @trust | head -c 1
            2  chaincheck audit unread --format ndjson @trust | true
            1  chaincheck audit both --format csv @trust | true
            3  chaincheck audit empty @trust | true
            1  chaincheck audit --from ndjson @trust < long-unfit.ndjson | head -n 1
            1  chaincheck verify --batch < rejected.cases | true
            1  chaincheck roots find 'No such CA' --format json | true
            1  chaincheck timeline unfit @trust | true
            """
        )
    }

    @Test(
        "a report that cannot be written",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
    )
    func reportNotWritten() throws {
        try world.hold(
            """
            74 chaincheck audit fit @trust > /dev/full
            74 chaincheck audit unfit --output /nowhere/report @trust
            74 chaincheck audit --from ndjson @trust < unfit.ndjson > /dev/full
            74 chaincheck compare leaf.pem fit/mail.pem --output /dev/full @trust
            74 chaincheck exchange @example/exchange > /dev/full
            74 chaincheck explain 454 > /dev/full
            74 chaincheck inspect leaf.pem > /dev/full
            74 chaincheck roots list > /dev/full
            74 chaincheck roots trust --batch < trusted.queries > /dev/full
            74 chaincheck rules > /dev/full
            74 chaincheck timeline fit --output /dev/full @trust
            74 chaincheck verify --batch < accepted.cases > /dev/full
            74 chaincheck vet good.csr --output /nowhere/report
            74 chaincheck ca DigiCert > /dev/full
            """
        )
    }

    @Test(
        "one line on standard error names what else is wrong, with --quiet as well",
        arguments: ["", "--quiet"]
    )
    func namesBoth(_ quiet: String) throws {
        let run = try world.run("chaincheck audit both \(quiet) @trust")
        let line = "exit code 1: 1 of 1 certificate is not fit, and 1 file could not be read"
        #expect(run.errors == "chaincheck: \(line)\n")
        #expect(quiet.isEmpty == run.output.contains(line.replacing(" code", with: "")))
    }

    @Test("the counts in JSON are those of the exit code", arguments: ["json", "ndjson"])
    func countsInJSON(_ format: String) throws {
        let run = try world.run("chaincheck audit both --format \(format) @trust")
        let last =
            format == "json" ? run.output : run.output.split(separator: "\n").last.map(String.init) ?? ""
        let json = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
        let summary = try #require(json["summary"] as? [String: Any])
        #expect(["judged", "unfit", "unread"].map { summary[$0] as? Int } == [1, 1, 1])
    }

    @Test(
        "every document says schemaVersion 2, and every report that judges its counts",
        arguments: [
            ("audit both --format json @trust", [1, 1, 1]),
            ("compare fit/mail.pem expired.pem --format json @trust", [1, 1, 0]),
            ("timeline both --format json @trust", [1, 1, 1]),
            ("vet weak.csr --chain authorities/ca.pem --format json @trust", [1, 1, 0]),
            ("verify --leaf expired.pem --format json", [1, 1, 0]),
            ("exchange empty --format json", [0, 0, 0]),
            ("inspect leaf.pem --format json", nil), ("inspect leaf.pem ca.pem --format json", nil),
            ("explain 454 --format json", nil), ("ca DigiCert --format json", nil),
            ("roots list --format json", nil), ("roots show DF3C24F9 --format json", nil),
            ("roots find DigiCert --format json", nil), ("roots verify --format json", nil),
            ("roots diff authroot.stl --format json", nil), ("rules --format json", nil),
            ("rules root-not-trusted --format json", nil),
        ] as [(String, [Int]?)]
    )
    func saysItsSchema(_ command: String, _ counts: [Int]?) throws {
        let json = try world.run("chaincheck \(command)").json
        #expect(json["schemaVersion"] as? String == "2")
        guard let counts else { return }
        let summary = try #require(json["summary"] as? [String: Any])
        #expect(["judged", "unfit", "unread"].map { summary[$0] as? Int } == counts)
    }

    @Test("members of documents are in camel case; lines of roots follow their given file")
    func namesMembersInCamelCase() throws {
        for command in ["list", "show DF3C24F9", "find DigiCert"] {
            let text = try world.run("chaincheck roots \(command) --format json").output
            #expect(text.firstMatch(of: /"\w*_\w*" :/) == nil, "\(command)")
            #expect(text.contains("\"friendlyName\" :"))
        }
        let line = try world.run("chaincheck roots find DigiCert --format ndjson | head -n 1").output
        #expect(line.contains("\"friendly_name\":"))
    }
}
