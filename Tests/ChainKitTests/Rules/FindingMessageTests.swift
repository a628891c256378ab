import Forges
import Testing

@testable import ChainKit

struct FindingMessageTests {
    @Test(arguments: [
        "", "x", "CN=mail.contoso.com", "b\u{fc}ro \u{1f4ec}", String(repeating: "name, ", count: 400),
    ])
    func readsAsSwiftsOwnInterpolationDoes(_ value: String) {
        let number = value.utf8.count
        let none: FindingMessage = ""
        let alone: FindingMessage = "\(value)"
        let between: FindingMessage = "is '\(value)' of \(number) octets, \(value)\(value)"
        #expect(none.text.isEmpty)
        #expect(alone.text == value)
        #expect(between.text == "is '\(value)' of \(number) octets, \(value)\(value)")
        #expect("\(between)!" as FindingMessage == FindingMessage(between.text + "!"))
    }
}
