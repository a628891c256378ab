import Forges
import Foundation
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

@Suite("JSON text")
struct JSONTextTests {
    private func parsed(_ write: (inout JSONText) -> Void) throws -> Any {
        var json = JSONText()
        write(&json)
        return try JSONSerialization.jsonObject(with: Data(json.octets), options: .fragmentsAllowed)
    }

    @Test(arguments: [
        "", "plain", "\"\\/", "\u{0}\u{1}\u{1f}\n\r\t\u{8}\u{c}", "\u{7f}\u{80}\u{9b}", "\u{2028}\u{2029}",
        "Ä…漢字\u{202e}", "\u{1f600}\u{e0041}", ReportFixture.hostile,
    ])
    func givesEveryStringBackAndWritesOnlyWhatPrints(text: String) throws {
        #expect(try parsed { $0.string(text) } as? String == text)
        var json = JSONText()
        json.string(text)
        #expect(!hasControls(String(decoding: json.octets, as: UTF8.self)))
    }

    @Test(arguments: [0, 7, -1, 10, Int.max, Int.min])
    func writesNumbers(number: Int) throws {
        #expect(try parsed { $0.number(number) } as? Int == number)
    }

    @Test func putsCommasBetweenValuesOnly() throws {
        var json = JSONText()
        json.object { json in
            json.member("a", 1)
            json.member("b", nil as String?)
            json.member("c", [] as [String])
            json.member("d") { _ in }
            json.member("e", array: [true, false]) { $0.boolean($1) }
        }
        #expect(
            String(decoding: json.octets, as: UTF8.self)
                == #"{"a":1,"b":null,"c":[],"d":{},"e":[true,false]}"#
        )
    }
}
