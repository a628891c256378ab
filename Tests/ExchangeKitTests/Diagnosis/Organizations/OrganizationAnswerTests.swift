import Forges
import Foundation
import Reports
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// One answer a connector: headline, outcome, findings, errors to be seen and remedies of made-up organisations.
@Suite("The answer for any organisation")
struct OrganizationAnswerTests {
    /// Seeds tried: `CHAINCHECK_ORGANIZATIONS` for another number, from `CHAINCHECK_ORGANIZATIONS_FROM` on.
    private static let seeds: Range<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["CHAINCHECK_ORGANIZATIONS"].flatMap(UInt64.init) ?? 400
        let first = environment["CHAINCHECK_ORGANIZATIONS_FROM"].flatMap(UInt64.init) ?? 0
        return first..<(first + count)
    }()
    /// Parts that run side by side.
    static let parts = 4
    private static let pool = OrganizationCertificates()
    private static let time = Instant(rfc3339: "2026-06-01") ?? Instant(seconds: 0)

    /// What the audit says of the pool's certificates, worked out once for all organisations.
    private static let judgements = Result { () -> CertificateJudgements in
        let trust = Audit.Trust.anchors(PrivateAnchors([try Certificate(der: pool.root.der)]))
        let audit = Audit(trust: trust, time: time)
        var collection = AuditCollection()
        let inputs = pool.entries.map { AuditInput.octets($0.forged.der, name: $0.thumbprint) }
        _ = try audit.run(inputs, names: [], observer: &collection)
        return CertificateJudgements(collection.certificates)
    }

    private static func diagnose(_ inventory: ExchangeInventory) throws -> Diagnosis {
        Diagnosis(of: inventory, judgements: try judgements.get(), at: time)
    }

    private static func inventory(_ seed: UInt64) -> ExchangeInventory {
        InventoryReader().read(GeneratedOrganization(seed: seed, pool).files).inventory
    }

    /// Errors that are to come, not those of today.
    private static let forecasts: Set<String> = [
        "several-certificates-match", "issuer-rotated", "relay-domain-not-accepted",
    ]

    /// Organisations of one part, diagnosed, each put to every test.
    @Test(arguments: 0..<OrganizationAnswerTests.parts) func everyConnectorHasOneAnswer(part: Int) throws {
        var words: [String: Int] = [:]
        var pins = 0
        for seed in Self.seeds where Int(seed) % Self.parts == part {
            let diagnosis = try Self.diagnose(Self.inventory(seed))
            for prediction in diagnosis.situation.connectors {
                words[prediction.outcome.word, default: 0] += 1
                for contradiction in Self.contradictions(prediction, diagnosis) {
                    Issue.record("seed \(seed), \(prediction.label): \(contradiction)")
                }
            }
            for (prediction, thumbprint, rule) in Self.pins(in: diagnosis) {
                pins += 1
                if let fault = try Self.fault(of: prediction, pinnedTo: thumbprint, diagnosis.situation) {
                    Issue.record("seed \(seed), \(rule): \(prediction.label) then \(fault)")
                }
            }
            if Int(seed) / Self.parts % 10 == 0 { try Self.expectSameReports(of: diagnosis, seed) }
        }
        // A generator that no longer makes one of the outcomes proves nothing of it.
        let few = Self.seeds.count / Self.parts / 100
        for word in ["works", "stops", "undetermined", "disabled", "not-concerned"] {
            #expect(words[word, default: 0] > few, "\(word): \(words)")
        }
        #expect(pins > few)
    }

    private static func contradictions(_ prediction: ConnectorPrediction, _ diagnosis: Diagnosis) -> [String]
    {
        var all: [String] = []
        func hold(_ isTrue: Bool, _ text: @autoclosure () -> String) { if !isTrue { all.append(text()) } }
        let findings = diagnosis.findings.filter {
            $0.concerns.contains(prediction.concern) || $0.concerns.contains(prediction.connector.concern)
        }
        let errors = findings.filter { $0.severity == .error }
        let outcome = prediction.outcome
        let rules = errors.map(\.rule)
        hold(outcome.isStops == !errors.isEmpty, "\(outcome.word), and errors \(rules)")
        hold(
            (outcome == .disabled) == (prediction.connector.isEnabled == false),
            "\(outcome.word) though disabled or not"
        )
        hold(outcome != .disabled || findings.isEmpty, "disabled, and findings \(findings.map(\.rule))")
        hold(
            !prediction.acceptance.isAccepted || outcome == .works || outcome.isUndetermined,
            "accepted, and \(outcome.word)"
        )
        hold(!prediction.acceptance.isRefused || outcome.isStops, "refused, and \(outcome.word)")
        if outcome == .works {
            hold(
                prediction.choice.presented != nil && prediction.acceptance.isAccepted,
                "works, \(prediction.acceptance.word)"
            )
        }
        if case .none = prediction.choice.outcome {
            hold(
                [.disabled, .notConcerned].contains(outcome) || outcome.isStops,
                "presents nothing, and \(outcome.word)"
            )
        }
        if case .stops(let seen) = outcome {
            hold(Set(seen) == Set(errors.compactMap(\.expectedError)), "other errors to be seen: \(seen)")
            // What Exchange Online answers to some faults of a certificate, a lone cRLSign for one, is not documented.
            let isRefused = rules.contains(PresentedCertificateRefused.metadata.id)
            hold(!seen.isEmpty || isRefused, "stops, and nothing is to be seen: \(rules)")
        }
        for finding in findings where finding.severity != .error && !forecasts.contains(finding.rule) {
            hold(
                finding.expectedError == nil,
                "\(finding.rule) is no error, and \(finding.expectedError ?? "") is to be seen"
            )
        }
        for finding in findings where finding.severity == .note {
            hold(finding.remedies.isEmpty, "\(finding.rule) is a note with remedies")
        }
        if !prediction.part.isHybrid, case .notMet = prediction.part {
            hold(!outcome.isStops, "not met, and stops: \(rules)")
        }
        let possible = Set(prediction.possible.map(\.installed.thumbprint))
        for finding in findings
        where winnerRules.contains(finding.rule) && finding.concerns.first == prediction.concern {
            let named = finding.concerns.compactMap {
                if case .certificate(let name) = $0 { name } else { nil }
            }
            hold(
                named.first.map(possible.contains) != false,
                "\(finding.rule) names another certificate than is presented"
            )
        }
        return all
    }

    /// Rules whose first certificate is the one that is presented.
    private static let winnerRules: Set<String> = [
        "untrusted-certificate-wins", "presented-certificate-refused", "pinned-certificate-without-smtp",
        "relay-domain-not-accepted",
    ]

    /// Every certificate that a remedy names in a connector.
    private static func pins(in diagnosis: Diagnosis) -> [(ConnectorPrediction, String, rule: String)] {
        diagnosis.findings.flatMap { finding in
            finding.remedies.flatMap(pins).compactMap { connector, thumbprint in
                let prediction = diagnosis.situation.connectors.first {
                    $0.connector.identity == connector && finding.concerns.contains($0.concern)
                }
                return prediction.map { ($0, thumbprint, finding.rule) }
            }
        }
    }

    /// What is wrong with a connector once it names what a remedy says; nil where that is presented and passes.
    private static func fault(
        of prediction: ConnectorPrediction,
        pinnedTo thumbprint: String,
        _ situation: ExchangeSituation
    ) throws -> String? {
        let changed = pinning(prediction, to: thumbprint, in: situation.inventory, situation)
        let predictor = Predictor(inventory: changed, judgements: try judgements.get(), time: time)
        let all =
            changed.receiveConnectors.map(predictor.predict)
            + changed.sendConnectors.flatMap(predictor.predictions)
        let after = all.first {
            $0.connector.identity == prediction.connector.identity && $0.server == prediction.server
                && $0.connector.role == prediction.connector.role
        }
        let presented = after?.choice.presented?.installed.thumbprint
        if presented != thumbprint { return "presents \(presented ?? "nothing")" }
        return after?.acceptance.isRefused == true ? "is refused" : nil
    }

    /// Connector and thumbprint of what a remedy names in a TlsCertificateName.
    private static func pins(_ remedy: Remedy) -> [(String, String)] {
        func text(_ command: PowerShellCommand, _ name: String) -> String? {
            for (parameter, value) in command.parameters where parameter == name {
                if case .text(let text) = value { return text }
            }
            return nil
        }
        let got = remedy.commands.filter { $0.variable == "certificate" }.compactMap {
            text($0, "Thumbprint")
        }
        let set = remedy.commands.filter { command in
            command.parameters.contains { name, value in
                if case .expression = value { name == "TlsCertificateName" } else { false }
            }
        }.compactMap { text($0, "Identity") }
        return Array(zip(set, got))
    }

    private static func pinning(
        _ prediction: ConnectorPrediction,
        to thumbprint: String,
        in inventory: ExchangeInventory,
        _ situation: ExchangeSituation
    ) -> ExchangeInventory {
        var changed = inventory
        let store = situation.store(of: prediction.server)
        guard let named = store.first(where: { $0.thumbprint == thumbprint }),
            let name = TlsCertificateName(named)
        else { return inventory }
        for index in changed.certificates.indices where changed.certificates[index] == named {
            changed.certificates[index].services?.insert(.smtp)
        }
        for index in changed.sendConnectors.indices
        where changed.sendConnectors[index].name == prediction.connector.identity
            && prediction.connector.role == .client
        {
            changed.sendConnectors[index].tlsCertificateName = .value(name.text)
            changed.sendConnectors[index].requireTLS = true
        }
        for index in changed.receiveConnectors.indices
        where changed.receiveConnectors[index].identity == prediction.connector.identity {
            changed.receiveConnectors[index].tlsCertificateName = .value(name.text)
        }
        return changed
    }

    private static func expectSameReports(of diagnosis: Diagnosis, _ seed: UInt64) throws {
        let report = ExchangeReport(inputs: ["exports"], trust: "roots", files: [], diagnosis: diagnosis)
        var options = ExchangeText.Options()
        options.explains = true
        let page = ExchangeText(toolVersion: "1", style: .plain, options: options).page(report)
        let lines = page.split(separator: "\n")
        let connectors = diagnosis.situation.connectors
        let hybrid = connectors.filter(\.part.isHybrid)
        let answer = try #require(
            lines.first {
                $0.hasPrefix("STOPS ") || $0.hasPrefix("ERRORS ") || $0.hasPrefix("UNKNOWN ")
                    || $0.hasPrefix("WORKS ")
            }
        )
        let marks = lines.drop { $0 != answer }.dropFirst()
        for (mark, count) in [
            ("STOPS", connectors.count { $0.outcome.isStops }),
            ("WORKS", connectors.count { $0.outcome == .works }),
            ("UNKNOWN", connectors.count { $0.outcome.isUndetermined }),
            ("DISABLED", connectors.count { $0.outcome == .disabled }),
        ] {
            #expect(marks.count { $0.hasPrefix(mark + "  ") } == count, "seed \(seed): \(mark)")
        }
        let stops = connectors.count { $0.outcome.isStops }
        let open = hybrid.count { $0.outcome.isUndetermined }
        let mark =
            stops > 0
            ? "STOPS"
            : diagnosis.count(.error) > 0
                ? "ERRORS"
                : open > 0 || !hybrid.contains { $0.outcome.isJudged } ? "UNKNOWN" : "WORKS"
        #expect(answer.hasPrefix(mark + "  "), "seed \(seed): \(answer)")
        let octets = ExchangeJSON(toolVersion: "1").document(report)
        let json = try JSONSerialization.jsonObject(with: Data(octets)) as? [String: Any]
        let answers = (json?["connectors"] as? [[String: Any]])?.compactMap { $0["answer"] as? String }
        #expect(answers == connectors.map(\.outcome.word))
    }
}
