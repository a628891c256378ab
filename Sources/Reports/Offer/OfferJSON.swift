import ChainKit
import ExchangeKit

/// Writes what an offer amounts to as one JSON document.
package struct OfferJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    package init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    package func document(_ report: OfferReport) -> [UInt8] {
        var json = JSONText()
        let vetting = report.vetting
        json.object { json in
            json.documentHead(toolVersion: toolVersion)
            json.member("verdict", vetting.verdict.rawValue)
            json.member("reasons", array: vetting.reasons) { $0.offerFinding($1) }
            json.member("trust", report.trust)
            json.member("offer") { json in
                json.member("request", report.request)
                json.member("issuer", report.issuer)
                json.member("subject", vetting.offer.request?.subject.rfc4514)
                json.member("key", vetting.offer.keyName)
                json.member("names", vetting.offer.nameTexts)
                json.member("domains", vetting.offer.references.map(\.text))
                json.member("from", vetting.offer.start.rfc3339)
                json.member("until", vetting.offer.end.rfc3339)
                json.member("days", vetting.offer.days)
            }
            json.member("requestFindings", array: vetting.requestFindings) { $0.offerFinding($1) }
            json.member("issuers", array: vetting.issuances) { $0.issuance($1, of: vetting.offer) }
            json.key("installation")
            if let installation = report.installation {
                json.installation(installation)
            } else {
                json.null()
            }
            json.member("policyVersion", PolicyData.version)
            json.member("policy", array: vetting.policy) { $0.policy($1) }
            json.member("limits", OfferReport.limits)
            json.summary(report.counts)
        }
        return json.octets + [UInt8(ascii: "\n")]
    }
}

// The objects of a document on an offer. The certificate that would come of it is made up, so that no digest of it is
// written: the same offer gives the same octets.
extension JSONText {
    /// What was found in an offer.
    mutating func offerFinding(_ finding: OfferFinding) {
        object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("assurance", finding.assurance.rawValue)
            json.member("certainty", finding.certainty.rawValue)
            json.member("message", finding.message)
            json.member("remedy", finding.remedy)
            json.member("policy", finding.policy.map(\.id))
        }
    }

    /// What a number or date rests on.
    mutating func policy(_ source: PolicySource) {
        object { json in
            json.member("id", source.id)
            json.member("source", source.title)
            json.member("read", source.read.date)
            json.member("certainty", source.certainty.rawValue)
        }
    }

    /// What would come of an offer from one issuer.
    mutating func issuance(_ issuance: Issuance, of offer: Offer) {
        object { json in
            json.member("verdict", issuance.verdict.rawValue)
            json.member("score", issuance.score?.value)
            json.key("certificate")
            json.authority(issuance.issuer.certificate)
            json.member("isIntermediateKnown", issuance.issuer.isIntermediateKnown)
            json.member("tlsCertificateName", offer.isNameless ? nil : issuance.tlsCertificateName.text)
            json.member("clientAuthentication", issuance.clientAuthentication?.isIncluded)
            json.member("roots", array: issuance.terms) { $0.terms($1) }
            json.member("paths", array: issuance.search.attempts) { $0.way($1) }
            json.member("install", array: issuance.intermediates) { $0.authority($1) }
            json.member("findings", array: issuance.findings) { $0.offerFinding($1) }
        }
    }

    /// What changes in an organisation.
    mutating func installation(_ installation: OfferInstallation) {
        object { json in
            json.member("certificates", array: installation.neighbours) { json, neighbour in
                json.object { json in
                    json.member("thumbprint", neighbour.installed.thumbprint)
                    json.member("server", neighbour.installed.server)
                    json.member("presented", neighbour.isPresented)
                    json.member("sameTlsCertificateName", neighbour.sharesTlsCertificateName)
                    json.member("otherIssuer", neighbour.hasOtherIssuer)
                    json.member("lostNames", neighbour.lostNames)
                }
            }
            json.member("pinned", array: installation.pinned) { json, pinned in
                json.object { json in
                    json.member("connector", pinned.connector.identity)
                    json.member("thumbprint", pinned.thumbprint)
                }
            }
            json.member("connectors", array: installation.difference.changes) { json, change in
                json.object { json in
                    json.member("connector", change.after.connector.identity)
                    json.member("server", change.after.server)
                    json.member("breaks", change.breaks)
                    json.member("otherCertificate", change.isOtherCertificate)
                    json.member("presentsNew", change.after.presentsOffer)
                    json.member("acceptanceBefore", change.before.acceptance.word)
                    json.member("acceptanceAfter", change.after.acceptance.word)
                }
            }
        }
    }

    private mutating func authority(_ certificate: Certificate) {
        object { json in
            json.member("thumbprint", certificate.thumbprint.hexadecimal)
            json.member("sha256", certificate.sha256.hexadecimal)
            json.member("subject", certificate.subject.rfc4514)
            json.member("key", certificate.publicKey.name)
            json.member("signatureAlgorithm", certificate.signatureAlgorithm.name)
            json.member("notAfter", certificate.notAfter.instant?.rfc3339)
        }
    }

    private mutating func terms(_ terms: IssuanceRootTerms) {
        object { json in
            json.member("thumbprint", terms.root.thumbprint.hexadecimal)
            json.member("purpose", terms.purpose.name)
            json.member("state", terms.atStart.outcome.rawValue)
            json.member("isTrusted", terms.atStart.isTrusted)
            json.member("stateAtEnd", terms.atEnd.outcome.rawValue)
            json.member("lasts", terms.lasts)
            json.member("reason", terms.words)
        }
    }

    private mutating func way(_ attempt: PathAttempt) {
        object { json in
            json.member("trusted", attempt.isTrusted)
            json.member("certificates", array: attempt.path.certificates.dropFirst()) { $0.authority($1) }
            json.member("defects", array: attempt.pathDefects) { $0.defect($1) }
            json.member("notes", array: attempt.notes) { $0.note($1) }
        }
    }
}

extension ConnectorPrediction {
    /// Whether the certificate that is presented is the one of the offer.
    fileprivate var presentsOffer: Bool {
        guard case .presented(let candidate) = choice.outcome else { return false }
        return candidate.installed.place.path == OfferInstallation.place
    }
}
