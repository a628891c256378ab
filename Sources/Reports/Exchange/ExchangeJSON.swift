import ChainKit
import ExchangeKit

/// Writes a diagnosis as one JSON document.
package struct ExchangeJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    package func document(_ report: ExchangeReport) -> [UInt8] {
        var json = JSONText()
        let situation = report.diagnosis.situation
        json.object { json in
            json.documentHead(toolVersion: toolVersion)
            json.member("at", situation.time.rfc3339)
            json.summary(report.counts)
            json.member("trust", report.trust)
            json.key("inputs")
            json.array(report.inputs) { $0.string($1) }
            json.key("connectors")
            json.array(situation.connectors) { $0.prediction($1) }
            json.key("serverQuestion")
            if let question = situation.serverQuestion {
                json.object { json in
                    json.key("files")
                    json.array(question.files) { $0.string($1) }
                    json.key("servers")
                    json.array(question.servers) { $0.string($1) }
                }
            } else {
                json.null()
            }
            json.key("internalTransport")
            json.array(situation.internalTransport) { json, prediction in
                json.internalTransport(prediction)
            }
            json.key("certificates")
            json.array(situation.inventory.certificates) {
                $0.installed($1, judged: situation.judgements.record(of: $1))
            }
            json.key("findings")
            json.array(report.diagnosis.findings) { $0.finding($1) }
            json.key("change")
            if let difference = report.difference { json.difference(difference) } else { json.null() }
            json.key("calendar")
            if let calendar = report.calendar { json.calendar(calendar) } else { json.null() }
            json.key("sent")
            json.array(report.sent) { $0.sent($1) }
            json.key("missing")
            json.array(situation.inventory.missingExports) { json, export in
                json.object { json in
                    json.member("export", export.what)
                    json.member("command", export.command)
                    json.member("unanswered", export.consequence)
                    json.member("isOnline", export.isOnline)
                    json.member("shell", export.shell)
                }
            }
            json.key("files")
            json.array(report.files) { json, file in json.object { $0.fileFacts(file) } }
            json.key("problems")
            json.array(situation.inventory.problems) { json, problem in
                json.object { json in
                    json.member("path", problem.place.path)
                    json.member("line", problem.place.line)
                    json.member("reason", problem.reason)
                    json.member("hint", problem.hint)
                }
            }
        }
        return json.octets + [UInt8(ascii: "\n")]
    }
}

extension JSONText {
    /// One finding with what it is about and what to type.
    mutating func finding(_ finding: ExchangeFinding) {
        object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("certainty", finding.certainty.rawValue)
            json.member("message", finding.message)
            json.member("expectedError", finding.expectedError)
            json.key("concerns")
            json.array(finding.concerns) { $0.concern($1) }
            json.key("remedies")
            json.array(finding.remedies) { $0.remedy($1) }
        }
    }

    private mutating func concern(_ concern: ExchangeFinding.Concern) {
        object { json in
            switch concern {
            case .sendConnector(let name, let server):
                json.member("sendConnector", name)
                json.member("server", server)
            case .receiveConnector(let identity): json.member("receiveConnector", identity)
            case .inboundConnector(let name): json.member("inboundConnector", name)
            case .outboundConnector(let name): json.member("outboundConnector", name)
            case .server(let name): json.member("server", name)
            case .certificate(let thumbprint): json.member("certificate", thumbprint)
            case .organization: json.member("organization", true)
            }
        }
    }

    /// What to do and what to type.
    mutating func remedy(_ remedy: Remedy) {
        object { json in
            json.member("goal", remedy.goal)
            json.member("shell", remedy.shell.rawValue)
            json.key("commands")
            json.array(remedy.commands) { $0.string($1.text()) }
            json.key("dangers")
            json.array(remedy.dangers) { $0.string($1) }
            json.member("certainty", remedy.certainty.rawValue)
            json.member("source", remedy.source)
        }
    }

    /// What differs between two diagnoses.
    mutating func difference(_ difference: DiagnosisDifference) {
        object { json in
            json.key("connectors")
            json.array(difference.changes) { json, change in
                json.object { json in
                    json.member("breaks", change.breaks)
                    json.member("otherCertificate", change.isOtherCertificate)
                    json.key("before")
                    json.prediction(change.before)
                    json.key("after")
                    json.prediction(change.after)
                }
            }
            json.key("appeared")
            json.array(difference.appeared) { $0.finding($1) }
            json.key("gone")
            json.array(difference.gone) { $0.finding($1) }
        }
    }

    /// The days to come.
    mutating func calendar(_ calendar: DiagnosisCalendar) {
        object { json in
            json.member("from", calendar.start.rfc3339)
            json.member("days", calendar.days)
            json.member("leftOut", calendar.leftOut)
            json.key("entries")
            json.array(calendar.entries) { json, entry in
                json.object { json in
                    json.member("time", entry.time.rfc3339)
                    json.key("changes")
                    json.difference(entry.difference)
                }
            }
        }
    }
}

extension JSONText {
    /// One certificate of one server's store, with what the audit says of it.
    mutating func installed(_ installed: InstalledCertificate, judged record: AuditRecord?) {
        object { json in
            json.member("server", installed.server)
            json.member("thumbprint", installed.thumbprint)
            json.member("sha256", installed.certificate?.sha256.hexadecimal)
            json.member("subject", installed.subject)
            json.member("issuer", installed.issuer)
            json.member(
                "notBefore",
                installed.certificate?.notBefore.instant?.rfc3339 ?? installed.reportedNotBefore?.text
            )
            json.member(
                "notAfter",
                installed.certificate?.notAfter.instant?.rfc3339 ?? installed.reportedNotAfter?.text
            )
            json.key("services")
            if let services = installed.services {
                json.array(ExchangeServices.words.filter { services.contains($0.flag) }) {
                    $0.string($1.word)
                }
            } else {
                json.null()
            }
            json.member("status", installed.status?.word)
            json.member("rootCAType", installed.rootCAType?.word)
            json.member("hasPrivateKey", installed.hasPrivateKey)
            json.member("friendlyName", installed.friendlyName)
            json.key("keyProvider")
            if let provider = installed.keyProvider {
                json.object { json in
                    json.member("name", provider.name)
                    json.member("type", provider.type)
                    json.member("keySpec", provider.keySpecification)
                }
            } else {
                json.null()
            }
            json.member("verdict", record?.verdict?.rawValue)
            json.key("findings")
            json.array(record?.findings ?? []) { json, finding in
                json.object { json in
                    json.member("rule", finding.rule)
                    json.member("severity", finding.severity.rawValue)
                    json.member("message", finding.message)
                }
            }
            json.member("path", installed.place.path)
            json.member("line", installed.place.line)
        }
    }
}
