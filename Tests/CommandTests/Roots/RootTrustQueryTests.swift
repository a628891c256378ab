import ChainKit
import Testing

@testable import chaincheck

struct RootTrustQueryTests {
    private let query: RootTrustQuery

    init() throws {
        let list = try MicrosoftRootList.embedded()
        query = RootTrustQuery(list: list, now: list.thisUpdate)
    }

    private func failure(_ line: String) -> String? {
        if case .failure(let failure) = query.answer(line: Array(line.utf8)[...]) {
            failure.message
        } else {
            nil
        }
    }

    @Test func anAnswerKeepsTheFieldsOfItsQuestion() throws {
        let line = """
            {"id":[1,2.5,true],"sha1":"8CF427FD790C3AD166068DE81E57EFBB932272D4","purpose":"server_auth",\
            "leaf_not_before":"2025-06-01T00:00:00Z","at":"2026-11-23T00:00:00Z","verdict":"trusted"}
            """
        guard case .object(let fields) = try query.answer(line: Array(line.utf8)[...]).get().record else {
            Issue.record("no object")
            return
        }
        #expect(fields["id"] == .array([.integer(1), .number(2.5), .bool(true)]))
        #expect(fields["verdict"] == .string("notbefore"))
        #expect(fields["reason"]?.text?.contains("2025-04-16") == true)
    }

    @Test(arguments: [
        ("", "the line is not JSON"), ("[]", "the line is not a JSON object"),
        (#"{"sha1":7}"#, "sha1 is not a thumbprint of 40 hexadecimal digits"),
    ])
    func aBrokenLineSaysWhatIsWrong(line: String, message: String) {
        #expect(failure(line) == message)
    }

    @Test func anUnknownPurposeAndABadTimeAreErrors() {
        let sha1 = #""sha1":"8CF427FD790C3AD166068DE81E57EFBB932272D4""#
        #expect(failure("{\(sha1),\"purpose\":\"smtp\"}")?.hasPrefix("purpose is none of") == true)
        #expect(failure("{\(sha1),\"purpose\":\"email\",\"at\":\"now\"}") == "at is not an RFC 3339 time")
    }
}
