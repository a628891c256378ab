import ChainKit

/// Writes a timeline as one JSON document.
package struct TimelineJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    package func document(_ report: TimelineReport) -> [UInt8] {
        let timeline = report.timeline
        var json = JSONText()
        json.object { json in
            json.documentHead(toolVersion: toolVersion)
            json.member("at", timeline.start.rfc3339)
            json.member("trust", report.trust)
            json.member("domains", timeline.references.map(\.text))
            json.member("inputs", report.inputs)
            json.member("leadDays", report.leadDays)
            json.member("names", array: timeline.names) { $0.timeline(of: $1) }
            json.member("namesLeftOut", timeline.namesLeftOut)
            json.member("certificates", array: timeline.certificates) { $0.timeline(of: $1) }
            json.key("lifetimeNow")
            if let step = timeline.lifetimeNow { json.step(step) } else { json.null() }
            json.member("lifetimeSteps", array: timeline.lifetimeSteps) { $0.step($1) }
            json.member("tasks", array: timeline.tasks) { json, task in
                json.object { json in
                    json.member("uid", task.identifier)
                    json.member("kind", task.kind.rawValue)
                    json.member("begin", report.beginning(of: task).date)
                    json.member("due", task.due.rfc3339)
                    json.member("summary", task.summary)
                    json.member("details", task.details)
                }
            }
            json.member("leftOut", timeline.leftOut?.changes ?? 0)
            json.member("leftOutFrom", timeline.leftOut?.from)
            json.member("files", array: timeline.files) { json, file in
                json.object { $0.fileFacts(file) }
            }
            json.summary(report.counts)
        }
        return json.octets + [UInt8(ascii: "\n")]
    }
}

extension JSONText {
    fileprivate mutating func step(_ step: LifetimeStep) {
        object { json in
            json.member("since", step.since.rfc3339)
            json.member("days", step.days)
            json.member("source", LifetimeStep.source)
        }
    }

    fileprivate mutating func timeline(of item: CertificateTimeline) {
        let certificate = item.certificate
        object { json in
            json.member("sha256", certificate.sha256.hexadecimal)
            json.member("thumbprint", certificate.thumbprint.hexadecimal)
            json.member("subject", certificate.subject.rfc4514)
            json.member("sources", array: item.record.sources) { $0.location($1) }
            json.member("verdict", item.record.verdict?.rawValue)
            json.member("worksNow", item.worksNow)
            json.member("failure", item.failure)
            json.member("working", array: item.working) { json, period in
                json.object { json in
                    json.member("from", period.from.rfc3339)
                    json.member("until", period.until?.rfc3339)
                }
            }
            json.key("stop")
            if let stop = item.stop { json.stop(stop) } else { json.null() }
            json.key("successor")
            if let successor = item.successor { json.successor(successor) } else { json.null() }
            json.member("renewalLimit", item.renewalLimit?.rfc3339)
            json.member("entries", array: item.entries) { json, entry in
                json.object { json in
                    json.member("at", entry.time.rfc3339)
                    json.member("kind", entry.kind.rawValue)
                    json.member("certificate", entry.certificate.sha256.hexadecimal)
                    json.member("message", entry.message)
                    json.member("intermediates", entry.intermediates.map(\.sha256.hexadecimal))
                }
            }
            json.member("concerned", array: item.concerned) { json, certificate in
                json.object { json in
                    json.member("sha256", certificate.sha256.hexadecimal)
                    json.member("subject", certificate.subject.rfc4514)
                    json.member("notBefore", certificate.notBefore.instant?.rfc3339)
                    json.member("notAfter", certificate.notAfter.instant?.rfc3339)
                }
            }
        }
    }

    fileprivate mutating func timeline(of name: NameTimeline) {
        object { json in
            json.member("name", name.name)
            json.member("worksNow", name.worksNow)
            json.member("until", name.until)
            json.member("resumes", name.resumes)
            json.member("steps", array: name.steps) { json, step in
                json.object { json in
                    json.member("sha256", step.certificate.sha256)
                    json.member("thumbprint", step.certificate.thumbprint)
                    json.member("from", step.from)
                    json.member("until", step.until)
                }
            }
        }
    }

    private mutating func successor(_ successor: CertificateTimeline.Successor) {
        object { json in
            json.member("sha256", successor.certificate.sha256)
            json.member("thumbprint", successor.certificate.thumbprint)
            json.member("until", successor.until)
            json.member("sources", array: successor.sources) { $0.location($1) }
        }
    }

    private mutating func stop(_ stop: CertificateTimeline.Stop) {
        object { json in
            json.member("at", stop.time.rfc3339)
            json.member("day", stop.day)
            json.member("cause", stop.cause.kind.rawValue)
            json.member("certificate", stop.cause.certificate.sha256.hexadecimal)
            json.member("message", stop.cause.message)
        }
    }
}
