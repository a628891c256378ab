import ChainKit
import ExchangeKit

/// Writes a comparison as one JSON document.
package struct ComparisonJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    package func document(_ report: ComparisonReport) -> [UInt8] {
        let comparison = report.comparison
        let certificates = CertificateJSON(includesPEM: false)
        var json = JSONText()
        json.object { json in
            json.documentHead(toolVersion: toolVersion)
            json.member("at", comparison.time.rfc3339)
            json.member("trust", report.trust)
            json.member("domains", report.references.map(\.text))
            json.member("answer", comparison.answer.rawValue)
            json.member("steps", array: comparison.steps) { $0.step($1) }
            json.names(comparison.names)
            json.member("isKeyReused", comparison.isKeyReused)
            json.member("aspects", array: comparison.aspects) { json, aspect in
                json.object { json in
                    json.member("kind", aspect.kind.rawValue)
                    json.member("old", aspect.old)
                    json.member("new", aspect.new)
                    json.member("isSame", aspect.isSame)
                }
            }
            json.member("notes", comparison.notes)
            json.member("old") { json in
                json.member("input", report.oldInput)
                certificates.write(comparison.old, to: &json)
            }
            json.member("new") { json in
                json.member("input", report.newInput)
                certificates.write(comparison.new, to: &json)
            }
            json.summary(report.counts)
        }
        return json.octets + [UInt8(ascii: "\n")]
    }
}

extension JSONText {
    fileprivate mutating func step(_ step: ComparisonStep) {
        object { json in
            json.member("reason", step.reason.rawValue)
            json.member("message", step.message)
            json.member("remedies", array: step.remedies) { $0.remedy($1) }
        }
    }

    fileprivate mutating func names(_ names: ComparedNames) {
        member("names") { json in
            json.member("kept", names.kept)
            json.member("gained", names.gained)
            json.member("coveredByWildcard", names.coveredByWildcard)
            json.member("lost", names.lost)
        }
    }
}
