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
