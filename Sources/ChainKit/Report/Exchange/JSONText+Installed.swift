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
