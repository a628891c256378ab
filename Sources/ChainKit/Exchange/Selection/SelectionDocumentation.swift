/// The decision table of Documentation/Exchange.md: each step, where it is implemented, how sure it is, and its source.
public enum SelectionDocumentation {
    /// The tables of STARTTLS and X-ANONYMOUSTLS, in Markdown.
    public static var markdown: String {
        var lines = [
            "| step | what it does | file | Receive connector | Send connector |",
            "| --- | --- | --- | --- | --- |",
        ]
        for step in StartTlsStep.allCases {
            lines.append(
                "| `\(step.rawValue)` | \(step.title) | `\(file(of: step))` | \(cell(step, .inbound)) | \(cell(step, .outbound)) |"
            )
        }
        lines += [
            "", "| step | what it does | file | between Exchange servers |", "| --- | --- | --- | --- |",
        ]
        for step in InternalTransportStep.allCases {
            lines.append(
                "| `\(step.rawValue)` | \(step.title) | `InternalTransportSelection` | \(step.certainty.rawValue): \(step.source) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ step: StartTlsStep, _ direction: TlsDirection) -> String {
        switch (step, direction) {
        case (.tlsIsOffered, .outbound), (.startTlsIsUsed, .inbound): "no such step"
        default: "\(step.certainty(direction).rawValue): \(step.source(direction))"
        }
    }

    private static func file(of step: StartTlsStep) -> String {
        switch step {
        case .tlsIsOffered: "InboundStartTlsSelection"
        case .startTlsIsUsed: "OutboundTlsSelection"
        case .nameToLookFor: "EffectiveName+Connector"
        case .version3, .privateKey: "StartTlsProcess"
        case .expiry: "StartTlsProcess+Winners"
        case .subjectOrSan, .smtp, .mostRecentValidFrom, .firstValidPki, .firstSelfSigned: "ChoiceByFqdn"
        case .issuerAndSubject, .smtpNotAsked, .latestExpiry, .validChain: "ChoiceByTlsCertificateName"
        }
    }
}
