import Foundation
import TestSupport
import Testing

struct ExplainCommandTests {
    @Test func explainsAReplyWithCausesChecksAndSources() throws {
        let run = try Binary([
            "explain", "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        ])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("454 4.7.0, UntrustedRoot\n"))
        for part in [
            "documented [1]", "inferred, not documented:", "chaincheck exchange <folder", "KB 2888788",
            "https://",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test func takesSeveralArgumentsAsOneText() throws {
        #expect(try Binary(["explain", "event", "12014"]).output.hasPrefix("event 12014\n"))
    }

    @Test func readsStandardInput() throws {
        let run = try Binary(["explain", "-"], input: "454 4.7.0 Не удалось\n")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("454 4.7.0\n"))
    }

    @Test func saysSoWhereNothingIsRecognised() throws {
        let run = try Binary(["explain", "550 5.1.10 RecipientNotFound on 15.2.4.7.0 at 10.4.7.0"])
        #expect(run.code == 3)
        #expect(run.output.hasPrefix("not recognised\n"))
        #expect(run.output.contains("550 5.1.10"))
        #expect(try Binary(["explain", ""]).code == 3)
    }

    @Test func saysWhatIsNoFaultOfACertificate() throws {
        let run = try Binary(["explain", "530 5.7.57 Client was not authenticated to send anonymous mail"])
        #expect(run.code == 0)
        #expect(run.output.contains("not a certificate fault"))
    }

    @Test func writesJSON() throws {
        let run = try Binary([
            "explain", "--format", "json", "550 5.7.64 TenantAttribution; Relay Access Denied; 5.1.1",
        ])
        let json = try run.json
        let errors = try #require(json["errors"] as? [[String: Any]])
        #expect(run.code == 0)
        #expect(json["schemaVersion"] as? String == "2")
        #expect(json["recognised"] as? Bool == true)
        #expect(errors.map { $0["id"] as? String } == ["tenant-attribution-relay-denied"])
        #expect(errors.first?["seen"] as? [String] == ["550 5.7.64"])
        #expect(json["notInCatalogue"] as? [String] == ["5.1.1"])
        #expect(json["log"] is NSNull)
    }

    @Test(arguments: [[], ["x", "-f", "y"], ["--format", "csv", "x"]])
    func refusesAWrongCommandLine(_ arguments: [String]) throws {
        #expect(try Binary(["explain"] + arguments).code == 64)
    }

    @Test func saysThatAFileCannotBeRead() throws {
        let run = try Binary(["explain", "-f", "/nowhere/at/all.log"])
        #expect(run.code == 2)
        #expect(run.errors.contains("cannot read /nowhere/at/all.log"))
        #expect(run.output == "")
    }

    @Test func summarisesAProtocolLogAndExplainsItsErrors() throws {
        let run = try Binary(["explain", "-", "--format", "json"], input: Self.log)
        let log = try #require(try run.json["log"] as? [String: Any])
        let certificates = try #require(log["certificates"] as? [[String: Any]])
        let errors = try #require(try run.json["errors"] as? [[String: Any]])
        #expect(log["service"] as? String == "smtp-send")
        #expect(certificates.map { $0["direction"] as? String } == ["sent"])
        #expect(certificates.first?["thumbprint"] as? String == "1BA78C659A292962E37D1966F27502B4FC03CA87")
        #expect(errors.map { $0["id"] as? String } == ["untrusted-root-refused"])
        let text = try Binary(["explain", "-"], input: Self.log).output
        #expect(text.contains("certificates sent by this server"))
        #expect(text.contains("seen         1 time, 2026-11-23T04:42:56.804Z"))
    }

    @Test func aLogWithoutErrorsIsNoFailure() throws {
        let quiet = Self.log.split(separator: "\n").filter { !$0.contains("454") }.joined(separator: "\n")
        let run = try Binary(["explain", "-"], input: quiet)
        #expect(run.code == 0)
        #expect(run.output.contains("no error in it that is known here"))
    }

    @Test func whatATextHoldsCannotMoveTheCursor() throws {
        let run = try Binary([
            "explain",
            "450 4.4.317 [Message=SubjectMismatch Presented Subject: \u{1b}[2J\u{202e}x. Thumbprint: y]",
        ])
        #expect(!run.output.contains("\u{1b}"))
        #expect(run.output.contains("\\u{1b}[2J"))
    }

    @Test func readsALogOfManyMegabytesInLittleMemory() throws {
        let folder = TemporaryFolder()
        let body =
            Self.log.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n") + "\n"
        let header =
            Self.log.split(separator: "\n").filter { $0.hasPrefix("#") }.joined(separator: "\n") + "\n"
        let path = folder.write(Array((header + String(repeating: body, count: 20_000)).utf8), to: "SEND.log")
        let json = try Binary(["explain", "-f", path, "--format", "json"]).json
        let log = try #require(json["log"] as? [String: Any])
        let certificates = try #require(log["certificates"] as? [[String: Any]])
        #expect(certificates.map { $0["count"] as? Int } == [20_000])
        #expect(log["linesNotUnderstood"] as? Int == 0)
    }

    private static let log = """
        #Software: Microsoft Exchange Server
        #Log-type: SMTP Send Protocol Log
        #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
        2026-11-23T04:42:56.804Z,Outbound to Office 365,08D50D3D9730A8D2,1,10.0.0.7:16547,192.0.2.1:25,+,,
        2026-11-23T04:42:56.804Z,Outbound to Office 365,08D50D3D9730A8D2,2,10.0.0.7:16547,192.0.2.1:25,<,220 ready,
        2026-11-23T04:42:56.804Z,Outbound to Office 365,08D50D3D9730A8D2,3,10.0.0.7:16547,192.0.2.1:25,*,,Sending certificate
        2026-11-23T04:42:56.804Z,Outbound to Office 365,08D50D3D9730A8D2,4,10.0.0.7:16547,192.0.2.1:25,*,"CN=mail.contoso.com, O=Contoso",Certificate subject
        2026-11-23T04:42:56.804Z,Outbound to Office 365,08D50D3D9730A8D2,5,10.0.0.7:16547,192.0.2.1:25,*,1BA78C659A292962E37D1966F27502B4FC03CA87,Certificate thumbprint
        2026-11-23T04:42:57.804Z,Outbound to Office 365,08D50D3D9730A8D2,6,10.0.0.7:16547,192.0.2.1:25,<,454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied,
        2026-11-23T04:42:57.804Z,Outbound to Office 365,08D50D3D9730A8D2,7,10.0.0.7:16547,192.0.2.1:25,-,,Remote

        """
}
