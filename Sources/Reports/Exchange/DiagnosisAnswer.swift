import ChainKit
import ExchangeKit
import Octets

/// The answer of a diagnosis in a word and a sentence: the first line of the report.
struct DiagnosisAnswer: Sendable, Hashable {
    /// The word.
    enum Mark: String, Sendable, Hashable {
        /// The mail of a connector stops.
        case stops = "STOPS"
        /// No connector's mail stops, and something else is wrong.
        case errors = "ERRORS"
        /// The exports do not suffice.
        case unknown = "UNKNOWN"
        /// Nothing is known to speak against anything.
        case works = "WORKS"
    }

    let mark: Mark
    let sentence: String

    init(_ diagnosis: Diagnosis) {
        let connectors = diagnosis.situation.connectors
        let hybrid = connectors.filter { $0.part.isHybrid && $0.outcome.isJudged }
        let stopped = hybrid.count { $0.outcome.isStops }
        let open = hybrid.count { $0.outcome.isUndetermined }
        let others = connectors.count { !$0.part.isHybrid && $0.outcome.isStops }
        let off = connectors.count { $0.part.isHybrid && $0.outcome == .disabled }
        var parts: [String] = []
        let all = Count.text(hybrid.count, "connector")
        if hybrid.isEmpty {
            parts.append(Self.sentence(without: diagnosis.situation.inventory))
        } else if stopped > 0 {
            parts.append("of \(all) to and from Exchange Online, \(stopped) will not get mail through")
            if open > 0 { parts.append("\(open) cannot be settled from these exports") }
        } else if open > 0 {
            parts.append(
                "of \(all) to and from Exchange Online, \(open) cannot be settled from these exports"
            )
        } else {
            parts.append(
                "nothing is known to speak against the certificates of \(all) to and from Exchange Online"
            )
        }
        if others > 0 {
            parts.append("\(Count.text(others, "connector")) to other systems will not get mail through")
        }
        if off > 0 {
            parts.append(
                "\(Count.text(off, "connector")) for Exchange Online \(off == 1 ? "is" : "are") disabled"
            )
        }
        let errors = diagnosis.count(.error)
        if stopped + others > 0 {
            mark = .stops
        } else if errors > 0 {
            mark = .errors
            parts.append("\(Count.text(errors, "error")) besides")
        } else {
            mark = hybrid.isEmpty || open > 0 ? .unknown : .works
        }
        sentence = parts.joined(separator: "; ")
    }
    /// The answer where no connector is known to carry mail to or from Exchange Online.
    private static func sentence(without inventory: ExchangeInventory) -> String {
        guard inventory.sendConnectors.isEmpty, inventory.receiveConnectors.isEmpty else {
            return "no connector here is known to carry mail to or from Exchange Online"
        }
        return inventory.certificates.isEmpty
            ? "neither connectors nor certificates are among these exports: nothing can be predicted"
            : "no connector is among these exports: which certificate is presented to Exchange Online is not known"
    }
}
