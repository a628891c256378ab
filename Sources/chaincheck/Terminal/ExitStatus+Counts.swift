import ArgumentParser
import ChainKit
import Reports

extension ExitStatus {
    /// The code for what a run amounts to.
    ///
    /// - Parameters:
    ///   - counts: what was judged, is unfit, and could not be read.
    ///   - isFailed: whether something is as grave as `--fail-on` says.
    ///   - allowsEmpty: whether nothing to judge is success.
    init(_ counts: JudgementCounts, isFailed: Bool, allowsEmpty: Bool = false) {
        if isFailed {
            self = .unfit
        } else if counts.unread > 0 {
            self = .unread
        } else if counts.judged == 0, !allowsEmpty {
            self = .nothingToJudge
        } else {
            self = .success
        }
    }

    /// Ends the run with this code.
    ///
    /// Standard error says what the code alone does not: what else is wrong beside 1, and what is behind 2 and 3. So
    /// a job whose report goes to a file still mails why it failed.
    func end(_ counts: JudgementCounts, _ words: JudgementCounts.Words = .certificates) throws {
        guard self != .success else { return }
        if self != .unfit || counts.unread > 0 {
            StandardError.report(
                "exit code \(rawValue): \(counts.meaning(ofExitCode: Int(rawValue), words))",
                hint: self == .nothingToJudge ? "--allow-empty makes it 0" : nil
            )
        }
        throw code
    }

    /// The code of a run that ends because nobody reads its answers: that of the answers so far, and never 0, as the
    /// rest was not answered.
    var whenReaderIsGone: ExitStatus {
        self == .unfit || self == .unread ? self : .reportNotWritten
    }

    static let hintForNothing = "nothing to judge is exit code 3, or 0 with --allow-empty"

    /// Says that nothing was there to judge or to answer, and why; the error to end the run with.
    static func nothing(_ reason: String) -> ExitCode {
        StandardError.report(reason, hint: hintForNothing)
        return nothingToJudge.code
    }

    /// What each command's help says of exit codes.
    ///
    /// - Parameter unfit: what 1 means for the command.
    /// - Returns: a paragraph.
    static func help(_ unfit: String) -> String {
        """
        Exit codes, the worst first: 1 \(unfit); 2 something could not be read; 3 nothing was there to judge or to \
        answer (--allow-empty makes it 0); 0 none of these. 64 the command line is wrong, 74 the report could not be \
        written, 129, 130 and 143 SIGHUP, SIGINT and SIGTERM.
        """
    }
}

extension FileRecord {
    /// The exit code where the file that was to be judged gave nothing: it could not be read, or nothing is in it.
    ///
    /// A pipe or a device was not looked into, so nobody may say that nothing is in it.
    var absence: ExitStatus { hasErrors || kind == .special ? .unread : .nothingToJudge }
}
