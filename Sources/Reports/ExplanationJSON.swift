import ChainKit
package import ExchangeKit

/// Writes an explanation as one JSON document.
package struct ExplanationJSON: Sendable {
    /// Makes a writer.
    package init() {}

    /// The document, with a line end.
    package func document(_ explanation: Explanation, log: ProtocolLog? = nil) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("schemaVersion", JSONText.schemaVersion)
            json.member("recognised", explanation.isRecognised || log != nil)
            json.member("errors", array: explanation.errors) { $0.recognised($1) }
            json.member("facts", array: explanation.facts) { json, fact in
                json.object { json in
                    json.member("kind", fact.kind.rawValue)
                    json.member("value", fact.value)
                }
            }
            json.member("notInCatalogue", explanation.notInCatalogue)
            json.key("log")
            if let log { json.log(log) } else { json.null() }
        }
        json.newline()
        return json.octets
    }
}

extension JSONText {
    fileprivate mutating func recognised(_ recognised: Explanation.Recognised) {
        object { json in
            json.member("id", recognised.error.id)
            json.member("title", recognised.error.title)
            json.member("bearing", recognised.error.bearing.rawValue)
            json.member("seen", recognised.seen)
            json.member("count", recognised.count)
            json.member("causes", array: recognised.error.causes) { $0.statement($1) }
            json.member("otherReadings", array: recognised.error.otherReadings) { $0.statement($1) }
            json.member("checks", array: recognised.checks) { json, check in
                json.object { json in
                    json.member("text", check.text)
                    json.member("commands", check.commands)
                }
            }
        }
    }

    private mutating func statement(_ statement: ErrorStatement) {
        object { json in
            json.member("text", statement.text)
            json.member("certainty", statement.certainty.rawValue)
            json.member("sources", array: statement.sources) { json, source in
                json.object { json in
                    json.member("title", source.title)
                    json.member("url", source.url)
                }
            }
        }
    }

    fileprivate mutating func log(_ log: ProtocolLog) {
        object { json in
            json.member("service", log.service?.rawValue)
            json.member("rows", log.rows)
            json.member("sessions", log.sessions)
            json.member("linesNotUnderstood", log.linesNotUnderstood)
            json.member("certificates", array: log.certificates) { $0.certificate($1) }
            json.member("certificatesLeftOut", log.certificatesLeftOut)
            json.member("failures", array: log.failures) { $0.failure($1) }
            json.member("failuresLeftOut", log.failuresLeftOut)
        }
    }

    private mutating func certificate(_ certificate: ProtocolLog.PresentedCertificate) {
        object { json in
            json.member("connector", certificate.connector)
            json.member("direction", certificate.direction.rawValue)
            json.member("subject", certificate.subject)
            json.member("issuer", certificate.issuer)
            json.member("serialNumber", certificate.serialNumber)
            json.member("thumbprint", certificate.thumbprint)
            json.member("alternativeNames", certificate.alternativeNames)
            json.member("first", certificate.first?.rfc3339)
            json.member("last", certificate.last?.rfc3339)
            json.member("count", certificate.count)
        }
    }

    private mutating func failure(_ failure: ProtocolLog.Failure) {
        object { json in
            json.member("connector", failure.connector)
            json.member("text", failure.text)
            json.member("thumbprint", failure.thumbprint)
            json.member("remoteEndpoint", failure.remoteEndpoint)
            json.member("session", failure.session)
            json.member("first", failure.first?.rfc3339)
            json.member("last", failure.last?.rfc3339)
            json.member("count", failure.count)
        }
    }
}
