import ChainKit
import Octets

/// The contract of all JSON that is written.
package enum ReportSchema {
    /// The version of Documentation/Formats.md: it changes when a member changes its meaning or goes.
    package static let version = "2"
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

// The small objects of an audit's certificates.
extension JSONText {
    /// A place where a certificate stands.
    mutating func location(_ location: SourceLocation) {
        object { json in
            json.member("path", location.path)
            json.member("index", location.index)
        }
    }

    /// Where a certificate of a path came from.
    mutating func origin(_ origin: AuditRecord.Origin) {
        object { json in
            switch origin {
            case .file(let location):
                json.member("kind", "file")
                json.member("path", location.path)
                json.member("index", location.index)
            case .outside(let path):
                json.member("kind", "outside")
                json.member("path", path)
                json.member("index", nil as Int?)
            case .anchors:
                json.member("kind", "anchors")
                json.member("path", nil as String?)
                json.member("index", nil as Int?)
            }
        }
    }

    /// How one name asked about is covered.
    mutating func coverage(_ reference: ReferenceIdentifier, _ coverage: NameCoverage) {
        object { json in
            json.member("domain", reference.text)
            json.member("covered", coverage.isCovered)
            switch coverage {
            case .exact:
                json.member("by", "exact")
                json.member("pattern", reference.text)
                json.member("nearMisses", [] as [String])
            case .wildcard(let pattern):
                json.member("by", "wildcard")
                json.member("pattern", pattern)
                json.member("nearMisses", [] as [String])
            case .none(let misses):
                json.member("by", nil as String?)
                json.member("pattern", nil as String?)
                json.member("nearMisses", misses.map(\.text))
            }
        }
    }

    /// What a rule found.
    mutating func finding(_ finding: Finding) {
        object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("roles", array: TransportRole.allCases) { json, role in
                if finding.roles.contains(role) { json.string(role.rawValue) }
            }
            json.member("message", finding.message)
            json.member("remedy", finding.remedy)
        }
    }

    /// What is wrong with a path.
    mutating func defect(_ defect: PathDefect) {
        object { json in
            json.member("code", defect.code)
            json.member("position", defect.position)
            json.member("message", defect.words)
        }
    }

    /// What is worth knowing of a path.
    mutating func note(_ note: PathNote) {
        object { json in
            json.member("code", note.code)
            json.member("position", note.position)
            json.member("message", note.words)
        }
    }
}

// What an inventory of Exchange says, as JSON.
extension JSONText {
    /// One certificate in the store of one server; what the exports do not say is null.
    mutating func installation(_ installed: InstalledCertificate) {
        object { json in
            json.member("server", installed.server)
            json.member("services", installed.services.map { $0.list })
            json.member("status", installed.status?.word)
            json.member("rootCAType", installed.rootCAType?.word)
            json.member("hasPrivateKey", installed.hasPrivateKey)
            json.member("isPrivateKeyExportable", installed.isPrivateKeyExportable)
            json.member("isSelfSigned", installed.isSelfSigned)
            json.key("keyProvider")
            if let provider = installed.keyProvider {
                json.object { json in
                    json.member("name", provider.name)
                    json.member("type", provider.type)
                    json.member("keySpecification", provider.keySpecification)
                    json.member("isKeyStorageProvider", provider.isKeyStorageProvider)
                }
            } else {
                json.null()
            }
            json.member("friendlyName", installed.friendlyName)
            json.member("source") { json in
                json.member("path", installed.place.path)
                json.member("line", installed.place.line)
            }
        }
    }

    /// What an inventory amounts to, null without one.
    mutating func inventory(_ summary: InventorySummary?) {
        key("inventory")
        guard let summary else { return null() }
        object { json in
            json.member("installed", summary.installed)
            json.member("servers", summary.servers)
            json.member("withoutOctets", array: summary.withoutOctets) { json, installed in
                json.object { json in
                    json.member("thumbprint", installed.thumbprint)
                    json.member("server", installed.server)
                    json.member("subject", installed.subject)
                }
            }
            json.member("predictions", array: summary.predictions) { json, prediction in
                json.object { json in
                    json.member("connector", prediction.connector)
                    json.member("direction", prediction.role == .client ? "send" : "receive")
                    json.member("server", prediction.server)
                    json.member("exchangeOnline", prediction.isHybrid)
                    json.member("thumbprint", prediction.thumbprint)
                    json.member("reason", prediction.reason)
                    json.member("acceptance", prediction.acceptance)
                    json.member("certainty", prediction.certainty.rawValue)
                }
            }
            json.member("missing", array: summary.missing) { json, export in
                json.object { json in
                    json.member("what", export.what)
                    json.member("command", export.command)
                    json.member("isOnline", export.isOnline)
                    json.member("consequence", export.consequence)
                }
            }
        }
    }
}
