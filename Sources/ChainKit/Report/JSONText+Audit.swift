/// The contract of all JSON that is written.
public enum ReportSchema {
    /// The version of Documentation/Formats.md: it changes when a member changes its meaning or goes.
    public static let version = "2"
}

// What stands at the beginning and at the end of an audit's JSON.
extension JSONText {
    /// What `schemaVersion` says.
    static let schemaVersion = ReportSchema.version

    /// The members that are known before the first file.
    mutating func header(_ header: AuditHeader, toolVersion: String) {
        documentHead(toolVersion: toolVersion)
        member("at", header.time)
        key("list")
        if let list = header.list {
            object { json in
                json.member("thisUpdate", list.thisUpdate)
                json.member("sequence", list.sequence)
                json.member("ageDays", list.ageDays)
                json.member("isOld", list.isOld)
                json.member("entries", list.entries)
                json.member("available", list.available)
            }
        } else {
            null()
        }
        member("privateAnchors", header.privateAnchors)
        member("domains", header.references.map(\.text))
        member("inputs", header.inputs)
        member("limits", header.limits)
        member("signaturesChecked", header.signatureChecking == .checked)
    }

    /// What every document begins with: which schema it follows and who wrote it.
    mutating func documentHead(toolVersion: String) {
        member("schemaVersion", Self.schemaVersion)
        member("tool") { json in
            json.member("name", "chaincheck")
            json.member("version", toolVersion)
        }
    }

    /// The members that are known only at the end.
    mutating func footer(_ summary: AuditSummary) {
        key("recommendation")
        if let recommendation = summary.recommendation {
            self.recommendation(recommendation)
        } else {
            null()
        }
        key("overview")
        if let overview = summary.overview { self.overview(overview) } else { null() }
        inventory(summary.inventory)
        member("summary") { json in
            json.member("files", summary.files)
            json.member("filesWithCertificates", summary.filesWithCertificates)
            json.member("filesWithErrors", summary.filesWithErrors)
            json.member("filesNotOpened", summary.filesNotOpened)
            json.member("hiddenLeftOut", summary.hiddenLeftOut)
            json.member("excludedLeftOut", summary.excludedLeftOut)
            json.member("certificates", summary.certificates)
            json.member("duplicates", summary.duplicates)
            json.member("authorities", summary.authorities)
            json.member("otherPurposes", summary.otherPurposes)
            json.counts(summary.counts)
            json.member("interrupted", summary.isInterrupted)
            json.member("verdicts") { json in
                json.member("eligible", summary.count(.eligible))
                json.member("eligible-with-warnings", summary.count(.eligibleWithWarnings))
                json.member("ineligible", summary.count(.ineligible))
                json.member("undetermined", summary.count(.undetermined))
            }
        }
    }

    private mutating func recommendation(_ recommendation: Recommendation) {
        object { json in
            json.member("sha256", recommendation.certificate.sha256)
            json.member("thumbprint", recommendation.certificate.thumbprint)
            json.member("subject", recommendation.certificate.subject.rfc4514)
            json.member("notAfter", recommendation.certificate.notAfter.instant)
            json.member("worksUntil", recommendation.end.time)
            json.member("endsWithin24Hours", recommendation.isShortLived)
            json.key("passedOver")
            if let other = recommendation.passedOver { json.passedOver(other) } else { json.null() }
            json.member("score", recommendation.score)
            json.member("tlsCertificateName", recommendation.tlsCertificateName.text)
            json.member("pinning", recommendation.pinning.rawValue)
            json.member("sameTlsCertificateName", array: recommendation.namesakes) { $0.namesake($1) }
            json.member("sameTlsCertificateNameLeftOut", recommendation.namesakesLeftOut)
            json.member("sources", array: recommendation.sources) { $0.location($1) }
            json.member("intermediates", array: recommendation.intermediates) { json, intermediate in
                json.object { json in
                    json.member("sha256", intermediate.certificate.sha256)
                    json.member("thumbprint", intermediate.certificate.thumbprint)
                    json.member("subject", intermediate.certificate.subject.rfc4514.shortened)
                    json.key("source")
                    json.origin(intermediate.origin)
                }
            }
        }
    }

    private mutating func passedOver(_ other: Recommendation.PassedOver) {
        object { json in
            json.member("sha256", other.certificate.sha256)
            json.member("thumbprint", other.certificate.thumbprint)
            json.member("worksUntil", other.end.time)
            json.member("sources", array: other.sources) { $0.location($1) }
        }
    }

    private mutating func overview(_ overview: AuditOverview) {
        object { json in
            json.member("fit", overview.fit)
            json.member("expired", overview.expired)
            json.member("expiringByMonth", array: overview.months) { json, month in
                json.object { json in
                    json.member("month", month.month)
                    json.member("certificates", month.certificates)
                    json.member("fit", month.fit)
                }
            }
            json.member("issuers", array: overview.issuers) { json, issuer in
                json.object { json in
                    json.member("issuer", issuer.name.rfc4514)
                    json.member("certificates", issuer.certificates)
                    json.member("fit", issuer.fit)
                }
            }
            json.member("certificatesOfOtherIssuers", overview.otherIssuers)
            json.member("causes", array: overview.causes) { json, cause in
                json.object { json in
                    json.member("rule", cause.rule)
                    json.member("severity", cause.severity.rawValue)
                    json.member("certificates", cause.certificates)
                }
            }
        }
    }

    private mutating func namesake(_ namesake: Namesake) {
        object { json in
            json.member("sha256", namesake.sha256)
            json.member("thumbprint", namesake.thumbprint)
            json.member("notBefore", namesake.notBefore)
            json.member("notAfter", namesake.notAfter)
            json.member("verdict", namesake.verdict?.rawValue)
            json.member("sources", array: namesake.sources) { $0.location($1) }
        }
    }
}
