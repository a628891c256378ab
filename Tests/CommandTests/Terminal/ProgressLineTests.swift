import Testing

@testable import ChainKit
@testable import chaincheck

struct ProgressLineTests {
    @Test func namesTheFolderWithoutWhatSpeaksToATerminal() {
        let progress = Audit.Progress(done: 1, total: 4, certificates: 2, folder: "a\u{1b}[2J\u{7}")
        #expect(ProgressLine.text(progress, seconds: 1).hasSuffix(", in a\\u{1b}[2J\\u{7}"))
    }
}
