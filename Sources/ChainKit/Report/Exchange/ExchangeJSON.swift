/// Writes a diagnosis as one JSON document.
public struct ExchangeJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    public init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    public func document(_ report: ExchangeReport) -> [UInt8] {
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
