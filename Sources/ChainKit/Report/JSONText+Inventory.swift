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
