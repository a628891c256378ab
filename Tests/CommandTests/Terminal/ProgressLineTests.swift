import Testing

@testable import ChainKit
@testable import chaincheck

struct ProgressLineTests {
    private func progress(_ done: Int, of total: Int, certificates: Int = 0, folder: String? = nil)
        -> Audit.Progress
    {
        Audit.Progress(done: done, total: total, certificates: certificates, folder: folder)
    }

    @Test func saysHowFarHowFastAndWhere() {
        let text = ProgressLine.text(
            progress(50, of: 200, certificates: 12, folder: "/srv/certs"),
            seconds: 10
        )
        #expect(
            text
                == "chaincheck: 25 %, 50 of 200 readings, 5 of them a second, 12 certificates judged, 30 s left, in /srv/certs"
        )
    }

    @Test func dividesByNothingAtTheStart() {
        #expect(ProgressLine.text(progress(0, of: 0), seconds: 0) == "chaincheck: 0 %, 0 of 0 readings")
    }

    @Test func namesTheFolderWithoutWhatSpeaksToATerminal() {
        let text = ProgressLine.text(
            progress(1, of: 4, certificates: 2, folder: "a\u{1b}[2J\u{7}"),
            seconds: 1
        )
        #expect(text.hasSuffix(", in a\\u{1b}[2J\\u{7}"))
    }
}
