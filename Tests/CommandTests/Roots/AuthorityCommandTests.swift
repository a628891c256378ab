import Foundation
import TestSupport
import Testing

@Suite("chaincheck ca")
struct AuthorityCommandTests {
    @Test("says of a CA's roots where they stand, since when, and what was changed")
    func showsEntrust() throws {
        let run = try Binary(["ca", "entrust", "--at", "2026-11-23"])
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("26 on Microsoft's list, 2 of them on Mozilla's, too"))
        #expect(run.output.contains("listed since 2023-11-07"))
        #expect(run.output.contains("2025-01-28 certificates not trusted when issued from 2025-04-16"))
    }

    @Test("tells apart what both lists, Microsoft's alone and Mozilla's alone have, as JSON")
    func tellsListsApart() throws {
        let json = try Binary(["ca", "a", "--at", "2026-11-23", "--format", "json"]).json
        let roots = try #require(json["roots"] as? [[String: Any]])
        #expect(roots.contains { $0["atMozilla"] as? Bool == true })
        #expect(roots.contains { $0["atMozilla"] as? Bool == false })
        #expect((json["mozillaAlone"] as? [Any])?.isEmpty == false)
        #expect((json["removed"] as? [Any])?.isEmpty == false)
    }

    @Test("finds a root by how its thumbprint begins")
    func findsByThumbprint() throws {
        let run = try Binary(["ca", "DF3C24F9BFD6", "--at", "2026-11-23"])
        #expect(run.output.contains("DigiCert Global Root G2"))
        #expect(run.output.hasPrefix("1 on Microsoft's list, 1 of them on Mozilla's"))
    }

    @Test("says that no root has a name, and exits with 1")
    func findsNothing() throws {
        let run = try Binary(["ca", "No such authority\u{1b}[31m"])
        #expect(run.code == 1)
        #expect(run.errors.contains("no root has 'No such authority\\u{1b}[31m' in its name"))
    }
}
