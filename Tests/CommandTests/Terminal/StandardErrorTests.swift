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

    @Test(arguments: [["verify", "--leaf"], ["vet"]])
    func doesNotSayWhatIsInAPipeThatIsNotOpened(_ command: [String]) throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let run = try Binary(command + [pipe])
        #expect(run.code == 2)
        #expect(run.errors.contains("pipe: a device, pipe or socket: not opened"))
    }
}
