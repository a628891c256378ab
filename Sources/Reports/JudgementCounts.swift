package import ChainKit
import ExchangeKit
import Octets

/// What a run amounts to, in three numbers: they decide the exit code and stand in every `summary`.
package struct JudgementCounts: Sendable, Hashable {
    /// What is counted, as people call it.
    package struct Words: Sendable, Hashable {
        /// What is judged, in the singular: `certificate`.
        let judged: String
        /// The plural, nil where an s makes it.
        var plural: String?
        /// What those are that count as unfit: `not fit`.
        let unfit: String
        /// What is read, in the singular: `file`.
        let read: String

        /// Certificates, read from files.
        package static let certificates = Words(judged: "certificate", unfit: "not fit", read: "file")
        /// Connectors, read from exports.
        package static let connectors = Words(
            judged: "connector",
            unfit: "stopped or undetermined",
            read: "file"
        )
        /// Certificates, read from lines.
        package static let answers = Words(judged: "certificate", unfit: "not fit", read: "line")
        /// Cases of `verify --batch`.
        package static let verifications = Words(judged: "case", unfit: "rejected", read: "line")
        /// Queries of `roots trust --batch`.
        package static let roots = Words(
            judged: "query",
            plural: "queries",
            unfit: "not trusted",
            read: "line"
        )
    }

    /// What was judged.
    package var judged: Int
    /// What of that is not fit; undetermined counts as not fit.
    package var unfit: Int
    /// What could not be read, wholly or in part.
    package var unread: Int

    /// Puts counts together.
    package init(judged: Int = 0, unfit: Int = 0, unread: Int = 0) {
        self.judged = judged
        self.unfit = unfit
        self.unread = unread
    }

    /// What an exit code means here, lower case, no full stop.
    ///
    /// - Parameters:
    ///   - code: 0 to 3; any other code has no number in it.
    ///   - words: what is counted.
    /// - Returns: the meaning, with its numbers.
    package func meaning(ofExitCode code: Int, _ words: Words = .certificates) -> String {
        let unfitWords =
            "\(Count.text(unfit)) of \(Count.text(judged, words.judged, plural: words.plural)) "
            + "\(unfit == 1 ? "is" : "are") \(words.unfit)"
        let unreadWords = "\(Count.text(unread, words.read)) could not be read"
        switch code {
        case 0 where judged == 0: return "nothing was there to judge, which --allow-empty permits"
        case 0 where unfit > 0: return "\(unfitWords), which --fail-on passes over"
        case 0: return "nothing that you asked to fail on"
        case 1 where unread > 0 && unfit > 0: return "\(unfitWords), and \(unreadWords)"
        case 1 where unread > 0: return "there are findings as grave as --fail-on says, and \(unreadWords)"
        case 1 where unfit > 0: return unfitWords
        case 1: return "there are findings as grave as --fail-on says"
        case 2 where unfit > 0: return "\(unreadWords); \(unfitWords), which --fail-on passes over"
        case 2: return unreadWords
        case 3: return "nothing was there to judge"
        case 129, 130, 143: return "interrupted"
        default: return "see Documentation/Formats.md"
        }
    }
}

extension AuditSummary {
    /// The counts of an audit; an installed certificate whose octets are nowhere could not be read.
    package var counts: JudgementCounts {
        JudgementCounts(
            judged: judged,
            unfit: count(.ineligible) + count(.undetermined),
            unread: filesWithErrors + (inventory?.withoutOctets.count ?? 0)
        )
    }
}

extension ExchangeReport {
    /// The counts of a diagnosis: connectors in use to and from Exchange Online and others whose mail stops, and those
    /// of them that stop or cannot be settled.
    package var counts: JudgementCounts {
        let outcomes = diagnosis.situation.connectors.map(\.outcome)
        return JudgementCounts(
            judged: outcomes.count(where: \.isJudged),
            unfit: outcomes.count { $0.isStops || $0.isUndetermined },
            unread: files.count(where: \.hasErrors)
        )
    }
}

extension TimelineReport {
    /// The counts of a timeline: unfit is what does not work now.
    package var counts: JudgementCounts {
        JudgementCounts(
            judged: timeline.certificates.count,
            unfit: timeline.certificates.count { !$0.worksNow },
            unread: timeline.files.count(where: \.hasErrors)
        )
    }
}

extension ComparisonReport {
    /// The counts of a comparison: the new certificate is judged, and fit where it is a drop-in replacement.
    package var counts: JudgementCounts {
        JudgementCounts(judged: 1, unfit: comparison.answer == .dropIn ? 0 : 1)
    }
}

extension OfferReport {
    /// The counts of an offer: unfit is what should not be bought.
    package var counts: JudgementCounts {
        JudgementCounts(judged: 1, unfit: vetting.verdict == .doNotBuy ? 1 : 0)
    }
}

extension Verification {
    /// The counts of a verification.
    package var counts: JudgementCounts { JudgementCounts(judged: 1, unfit: answer == .reject ? 1 : 0) }
}

extension JSONText {
    /// The three numbers, as members of the object that is open.
    mutating func counts(_ counts: JudgementCounts) {
        member("judged", counts.judged)
        member("unfit", counts.unfit)
        member("unread", counts.unread)
    }

    /// The three numbers as `summary`.
    mutating func summary(_ counts: JudgementCounts) {
        member("summary") { $0.counts(counts) }
    }
}
