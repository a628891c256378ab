import ChainKit
import Octets

// What a connector's TlsCertificateName cannot tell apart: certificates of the same issuer and subject.
extension TextReport {
    /// Namesakes told one by one.
    private static let namesakes = 5

    /// Tells, before any command, what pinning a connector will not do.
    func writeNamesakes(_ answer: Recommendation, to page: inout TextPage) {
        let words = namesakeWords(answer)
        guard !words.isEmpty else { return }
        let mark =
            answer.pinning == .latest
            ? page.style.paint("note", .faint) : page.style.paint("warning", .warning)
        page.paragraph("\(mark) \(words)", indent: 2, hanging: 2)
        for namesake in answer.namesakes.prefix(Self.namesakes) {
            page.paragraph(line(namesake), indent: 4, hanging: 2)
        }
        let rest = answer.namesakes.count + answer.namesakesLeftOut - Self.namesakes
        if rest > 0 { page.paragraph("and \(Count.text(rest)) more", indent: 4) }
        page.paragraph(advice(answer), indent: 4, hanging: 2)
    }

    /// The words before the commands that pin the connectors.
    func pinningLead(_ answer: Recommendation) -> String {
        switch answer.pinning {
        case .only: "and pin the connectors to it, so that none of the others here is chosen"
        case .latest: "and pin the connectors to its issuer and subject"
        case .other, .unknown:
            "and, once no other certificate of its name is on the servers, pin the connectors to that name"
        }
    }

    private func namesakeWords(_ answer: Recommendation) -> String {
        let count = answer.namesakes.count + answer.namesakesLeftOut
        let others = Count.text(count, "other certificate") + " here "
        if answer.certificate.subject.isEmpty {
            return
                "the subject is empty: the TlsCertificateName ends in <S> and is that of every certificate without a "
                + "subject from this CA\(count > 0 ? ", \(others)among them" : ""). What Exchange does then is not documented"
        }
        let shared =
            others + (count == 1 ? "has" : "have") + " the same issuer and subject, and so the same "
            + "TlsCertificateName. "
        let stated =
            "Of such, Microsoft's Exchange team states, Exchange takes the one with the latest expiry"
        switch answer.pinning {
        case .only: return ""
        case .latest: return "\(shared)\(stated): this one"
        case .other: return "\(shared)\(stated), which is not this one: pinning cannot choose it"
        case .unknown where answer.namesakes.first?.notAfter == answer.certificate.notAfter.instant:
            return "\(shared)\(stated); two expire last, so which one it takes is not known"
        case .unknown:
            return
                "\(shared)\(stated), this one; for Receive connectors Microsoft documents the newest Valid from, which "
                + "is another, so which one it takes is not known"
        }
    }

    private func line(_ namesake: Namesake) -> String {
        let end = namesake.notAfter.map { "until \($0.date)" } ?? "no end"
        let start = namesake.notBefore.map { "valid from \($0.date) " } ?? ""
        let verdict =
            switch namesake.verdict {
            case .eligible, .eligibleWithWarnings: "eligible, too"
            case .ineligible: "must not be bound"
            case .undetermined: "undetermined"
            case nil: "not judged"
            }
        return "\(place(namesake.sources)): \(start)\(end), \(verdict), \(namesake.thumbprint.hexadecimal)"
    }

    private func advice(_ answer: Recommendation) -> String {
        let removal =
            "one that is there goes with Remove-ExchangeCertificate. Where a Send connector that names it blocks that: stop "
            + "MSExchangeTransport on all source servers, set the connector's TlsCertificateName to $null, wait for "
            + "Active Directory to replicate, remove it on every server, set the name again, start the service"
        switch answer.pinning {
        case .only: return ""
        case .latest:
            return
                "-> where a connector has that name already, this one takes over as soon as it is imported, enabled for "
                + "SMTP or not: import it only when the next step can follow at once"
        case .other where answer.namesakes.first?.verdict?.isEligible == true:
            return "-> keep only one of them on the servers; \(removal)"
        case .other:
            return
                "-> do not import \(place(answer.namesakes.first?.sources ?? [])) on any server; \(removal)"
        case .unknown: return "-> keep no other certificate of that name on the servers; \(removal)"
        }
    }
}
