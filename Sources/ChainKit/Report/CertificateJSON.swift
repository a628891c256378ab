/// Writes the object that a report has for a certificate.
struct CertificateJSON {
    /// Ways that are told beside the best one; a search keeps up to 64.
    static let alternatives = 8

    let includesPEM: Bool

    init(includesPEM: Bool) { self.includesPEM = includesPEM }

    /// The members of a certificate's object.
    func write(_ record: AuditRecord, to json: inout JSONText) {
        json.certificateFacts(record.certificate)
        json.member("sources", array: record.sources) { $0.location($1) }
        json.member("installations", array: record.installations) { $0.installation($1) }
        json.member("role", record.role.rawValue)
        json.member("verdict", record.verdict?.rawValue)
        json.member("score", record.score?.value)
        writeScoreParts(of: record, to: &json)
        writeRoles(of: record, to: &json)
        json.member("names", array: record.coverage) { $0.coverage($1.reference, $1.coverage) }
        json.member("findings", array: record.findings) { $0.finding($1) }
        writePath(of: record, to: &json)
        writeAlternatives(of: record, to: &json)
        json.member("searchLimit", record.search.limitMet?.rawValue)
        if includesPEM { json.member("pem", PEMText.certificate(record.certificate.der)) }
    }

    private func writeScoreParts(of record: AuditRecord, to json: inout JSONText) {
        guard let score = record.score else {
            json.member("scoreParts", nil as [String]?)
            return
        }
        json.member("scoreParts", array: score.parts) { json, part in
            json.object { json in
                json.member("name", part.name)
                json.member("points", part.points)
                json.member("maximum", part.maximum)
                json.member("reason", part.reason)
            }
        }
    }

    private func writeRoles(of record: AuditRecord, to json: inout JSONText) {
        guard let verdicts = record.roleVerdicts else {
            json.member("roles", nil as String?)
            return
        }
        json.member("roles") { json in
            json.member("server") { $0.member("verdict", verdicts.server.rawValue) }
            json.member("client") { $0.member("verdict", verdicts.client.rawValue) }
        }
    }

    private func writePath(of record: AuditRecord, to json: inout JSONText) {
        let best = record.search.best
        json.member("isPathTrusted", record.search.trusted != nil)
        json.key("path")
        json.open(UInt8(ascii: "["))
        let certificates = best?.path.certificates ?? []
        for position in certificates.indices {
            json.object { json in
                json.member("sha256", certificates[position].sha256)
                json.member("subject", certificates[position].subject.rfc4514.shortened)
                json.key("source")
                if position < record.pathOrigins.count {
                    json.origin(record.pathOrigins[position])
                } else {
                    json.null()
                }
            }
        }
        json.close(UInt8(ascii: "]"))
        json.member("pathDefects", array: best?.defects ?? []) { $0.defect($1) }
        json.member("pathNotes", array: best?.notes ?? []) { $0.note($1) }
    }

    private func writeAlternatives(of record: AuditRecord, to json: inout JSONText) {
        let others = record.search.attempts.dropFirst()
        json.key("alternatives")
        json.open(UInt8(ascii: "["))
        for attempt in others.prefix(Self.alternatives) {
            json.open(UInt8(ascii: "{"))
            json.member("isTrusted", attempt.isTrusted)
            json.key("path")
            json.open(UInt8(ascii: "["))
            for certificate in attempt.path.certificates {
                json.object { json in
                    json.member("sha256", certificate.sha256)
                    json.member("subject", certificate.subject.rfc4514.shortened)
                }
            }
            json.close(UInt8(ascii: "]"))
            json.member("endsInAnchor", attempt.path.anchor != nil)
            json.member("defects", array: attempt.defects) { $0.defect($1) }
            json.member("notes", array: attempt.notes) { $0.note($1) }
            json.close(UInt8(ascii: "}"))
        }
        json.close(UInt8(ascii: "]"))
        json.member("alternativesLeftOut", max(0, others.count - Self.alternatives))
    }
}
