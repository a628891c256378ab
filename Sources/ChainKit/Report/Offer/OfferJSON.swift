/// Writes what an offer amounts to as one JSON document.
public struct OfferJSON: Sendable {
    private let toolVersion: String

    /// Makes a writer.
    public init(toolVersion: String) { self.toolVersion = toolVersion }

    /// The document in UTF-8, with a line end.
    public func document(_ report: OfferReport) -> [UInt8] {
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
            if let installation = vetting.installation {
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
