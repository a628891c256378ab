import Foundation
import TestSupport
import Testing

struct StandardErrorTests {
    private let folder = TemporaryFolder()

    @Test(arguments: [
        ["verify", "--leaf"], ["vet"], ["explain", "-f"], ["roots", "verify", "--authroot"],
        ["audit", "/dev/null", "--anchors"], ["audit", "/dev/null", "--password-file"],
    ])
    func escapesWhatSpeaksToATerminal(_ command: [String]) throws {
        let run = try Binary(command + [folder.path + "/no\u{1b}[31m\u{7}\u{202e}such"])
        #expect(run.errors.contains("no\\u{1b}[31m\\u{7}\\u{202e}such"))
        #expect(!run.errors.unicodeScalars.contains { "\u{1b}\u{7}\u{202e}".unicodeScalars.contains($0) })
    }
}
