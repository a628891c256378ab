/// Exports of a made-up organisation as Format-List prints them: servers, connectors with properties that are there, not
/// there or contradict each other, certificates of many kinds, and parts left out.
///
/// The same seed gives the same organisation but for keys and thumbprints.
package struct GeneratedOrganization: Sendable {
    /// The files with their names.
    package private(set) var files: [(path: String, octets: [UInt8])] = []

    private var random: SplitMix
    private let pool: OrganizationCertificates
    private let servers: [String]

    /// Makes an organisation up.
    package init(seed: UInt64, _ pool: OrganizationCertificates) {
        random = SplitMix(state: seed)
        self.pool = pool
        servers = Array(["EX01", "EX02", "EX03"].prefix(1 + Int.random(in: 0..<3, using: &random)))
        writeCertificates()
        writeSendConnectors()
        writeReceiveConnectors()
        writeHybridConfiguration()
        writeOnlineConnectors()
        if chance(2) {
            let domains =
                ["contoso.com"] + (chance(3) ? ["fabrikam.com"] : [])
                + (chance(3) ? ["mail.contoso.com"] : [])
            write(
                "accepted.txt",
                domains.map {
                    [("DomainName", $0), ("DomainType", "Authoritative"), ("MatchSubDomains", "False")]
                }
            )
        }
        if chance(2) {
            write(
                "servers.txt",
                servers.map {
                    [
                        ("Name", $0), ("Fqdn", "\($0).contoso.local"),
                        ("AdminDisplayVersion", "Version 15.2 (Build 1748.10)"), ("ServerRole", "Mailbox"),
                        ("Edition", "Standard"),
                    ]
                }
            )
        }
    }

    // MARK: Objects

    private typealias Object = [(name: String, value: String)]

    private mutating func writeCertificates() {
        var octets = ""
        for server in servers where !chance(6) {
            var objects: [Object] = []
            let count = Int.random(in: 0...4, using: &random)
            let own = pool.entries.first { $0.subject == "CN=\(server)" }
            for entry in Array(pool.entries.shuffled(using: &random).prefix(count)) + [own].compactMap({ $0 })
            {
                let isSelfSigned = entry.subject == entry.issuer
                var object: Object = [
                    ("Thumbprint", entry.thumbprint), ("Subject", entry.subject), ("Issuer", entry.issuer),
                    ("CertificateDomains", "{\(entry.names.joined(separator: ", "))}"),
                    ("RootCAType", pick([entry.rootCAType, entry.rootCAType, entry.rootCAType, "Registry"])),
                ]
                if !chance(8) {
                    object.append(("Services", pick(["IIS, SMTP", "IIS, SMTP", "SMTP", "IIS", "None"])))
                }
                if !chance(8) {
                    object.append(
                        (
                            "Status",
                            pick([
                                "Valid", "Valid", "Valid", "Valid", "Invalid", "Revoked",
                                "RevocationCheckFailure",
                            ])
                        )
                    )
                }
                if !chance(6) { object.append(("HasPrivateKey", chance(5) ? "False" : "True")) }
                if !chance(6) { object.append(("IsSelfSigned", isSelfSigned ? "True" : "False")) }
                if !chance(10) { object.append(("Identity", "\(server)\\\(entry.thumbprint)")) }
                objects.append(object)
                if !chance(6) { octets += entry.forged.pem }
            }
            write("certificates-\(server).txt", objects)
        }
        files.append(("certificates.pem", Array(octets.utf8)))
    }

    private mutating func writeSendConnectors() {
        guard !chance(8) else { return }
        var objects: [Object] = []
        for number in 1...Int.random(in: 1...3, using: &random) {
            let isHybrid = !chance(4)
            var object: Object = [
                ("Name", isHybrid ? "Outbound to Office 365 - \(number)" : "Internet \(number)"),
                ("DNSRoutingEnabled", pick(["True", "True", "False"])),
                ("FrontendProxyEnabled", "False"), ("SmartHostAuthMechanism", "None"),
            ]
            add(&object, "Enabled", ["True", "True", "True", "False"])
            add(&object, "Fqdn", ["mail.contoso.com", "mail.contoso.com", "smtp.contoso.com", ""])
            add(&object, "TlsCertificateName", certificateNames(), absent: 12)
            add(&object, "RequireTLS", ["True", "True", "False"])
            add(
                &object,
                "TlsAuthLevel",
                ["DomainValidation", "DomainValidation", "CertificateValidation", "EncryptionOnly", ""]
            )
            add(
                &object,
                "TlsDomain",
                isHybrid
                    ? [
                        "mail.protection.outlook.com", "mail.protection.outlook.com", "",
                        "mail.*.outlook.com",
                    ] : [""]
            )
            add(&object, "CloudServicesMailEnabled", isHybrid ? ["True", "True", "False"] : ["False"])
            add(&object, "IgnoreSTARTTLS", ["False", "False", "False", "False", "True"])
            add(&object, "IsScopedConnector", ["False", "False", "True"])
            add(
                &object,
                "AddressSpaces",
                isHybrid
                    ? [
                        "{smtp:contoso.mail.onmicrosoft.com;\(number)}",
                        "{smtp:contoso.mail.onmicrosoft.com;1}",
                    ] : ["{smtp:*;1}"]
            )
            add(&object, "SmartHosts", ["{}", "{}", "{contoso-com.mail.protection.outlook.com}"])
            add(
                &object,
                "SourceTransportServers",
                ["{\(servers.joined(separator: ", "))}", "{\(servers[0])}"]
            )
            objects.append(object)
        }
        write("send.txt", objects)
    }

    private mutating func writeReceiveConnectors() {
        guard !chance(8) else { return }
        var objects: [Object] = []
        let service =
            "40.92.0.0/15, 40.107.0.0/16, 52.100.0.0/14, 104.47.0.0/17, 52.238.78.88, 2a01:111:f400::/48, 2a01:111:f403::/48"
        for server in servers {
            for (name, role, port) in [
                ("Default Frontend \(server)", "FrontendTransport", 25),
                ("Client Frontend \(server)", "FrontendTransport", 587),
                ("Inbound from Office 365", "FrontendTransport", 25),
                ("Default \(server)", "HubTransport", 2_525),
            ] where name.hasPrefix("Default Front") || chance(3) {
                var object: Object = [
                    ("Identity", "\(server)\\\(name)"), ("Name", name),
                    ("PermissionGroups", "AnonymousUsers"),
                    ("SuppressXAnonymousTls", "False"),
                ]
                if !chance(12) { object.append(("Server", server)) }
                add(&object, "Enabled", ["True", "True", "True", "False"])
                add(&object, "TransportRole", [role])
                add(&object, "Fqdn", ["\(server).contoso.local", "mail.contoso.com", ""])
                add(&object, "TlsCertificateName", certificateNames(), absent: 12)
                add(
                    &object,
                    "AuthMechanism",
                    ["Tls, Integrated, ExchangeServer", "Tls", "Tls", "Integrated"]
                )
                add(&object, "RequireTLS", ["False", "True"])
                add(
                    &object,
                    "TlsDomainCapabilities",
                    [
                        "{mail.protection.outlook.com:AcceptCloudServicesMail}",
                        "{mail.protection.outlook.com:AcceptCloudServicesMail}", "{}",
                    ]
                )
                add(
                    &object,
                    "Bindings",
                    ["{0.0.0.0:\(port), [::]:\(port)}", "{0.0.0.0:\(port), [::]:\(port)}", "{127.0.0.1:25}"]
                )
                add(
                    &object,
                    "RemoteIPRanges",
                    name.hasPrefix("Inbound")
                        ? ["{\(service)}", "{40.92.0.0/15}"]
                        : [
                            "{0.0.0.0-255.255.255.255, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff}",
                            "{0.0.0.0-255.255.255.255}", "{10.0.0.0/8}",
                        ]
                )
                objects.append(object)
            }
        }
        write("receive.txt", objects)
    }

    private mutating func writeHybridConfiguration() {
        guard chance(2) else { return }
        var object: Object = [("OnPremisesSmartHost", "mail.contoso.com")]
        add(&object, "TlsCertificateName", certificateNames())
        let lists = ["{\(servers.joined(separator: ", "))}", "{\(servers[0])}", "{}"]
        add(&object, "SendingTransportServers", lists)
        add(&object, "ReceivingTransportServers", lists)
        add(&object, "EdgeTransportServers", ["{}"])
        add(&object, "Domains", ["{contoso.com}"])
        write("hybrid.txt", [object])
    }

    private mutating func writeOnlineConnectors() {
        let names = [
            "*.contoso.com", "*.contoso.com", "mail.contoso.com", "smtp.contoso.com", "*.fabrikam.com",
            "printer.adatum.com", "", "*.com",
        ]
        if chance(2) {
            var objects: [Object] = []
            for number in 1...Int.random(in: 1...3, using: &random) {
                var object: Object = [
                    ("Name", "Inbound \(number)"), ("SenderDomains", "{smtp:*;1}"),
                    ("RestrictDomainsToCertificate", "False"),
                ]
                add(&object, "Enabled", ["True", "True", "True", "False"])
                add(&object, "ConnectorType", ["OnPremises", "OnPremises", "OnPremises", "Partner"])
                add(&object, "TlsSenderCertificateName", names)
                objects.append(object)
            }
            write("inbound.txt", objects)
        }
        guard chance(2) else { return }
        var objects: [Object] = []
        for number in 1...Int.random(in: 1...2, using: &random) {
            var object: Object = [
                ("Name", "Outbound \(number)"), ("UseMXRecord", "False"),
                ("RecipientDomains", "{contoso.com}"),
            ]
            add(&object, "Enabled", ["True", "True", "True", "False"])
            add(&object, "ConnectorType", ["OnPremises", "OnPremises", "OnPremises", "Partner"])
            add(&object, "TlsSettings", ["DomainValidation", "DomainValidation", "CertificateValidation"])
            add(&object, "TlsDomain", names)
            objects.append(object)
        }
        write("outbound.txt", objects)
    }

    // MARK: Chance

    /// Names of certificates that may be there, of some that are not, and no name.
    private mutating func certificateNames() -> [String] {
        let some = pool.entries.shuffled(using: &random).prefix(3).map(\.tlsCertificateName)
        let good = pool.entries[0].tlsCertificateName
        return some + [
            good, good, good, "", "", "<I>CN=Old CA<S>CN=mail.contoso.com",
            "<I>CN=Nobody<S>CN=gone.contoso.com",
            "<i>CN=public root<s>CN=MAIL.contoso.com", "CN=mail.contoso.com",
        ]
    }

    private mutating func chance(_ many: Int) -> Bool { Int.random(in: 0..<many, using: &random) == 0 }

    private mutating func pick(_ values: [String]) -> String {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    /// Adds a property, unless it is one of those that this export leaves out.
    private mutating func add(_ object: inout Object, _ name: String, _ values: [String], absent: Int = 8) {
        if !chance(absent) { object.append((name, pick(values))) }
    }

    private mutating func write(_ path: String, _ objects: [Object]) {
        let blocks = objects.map { object in
            object.sorted { $0.name < $1.name }.map { name, value in
                name + String(repeating: " ", count: max(0, 28 - name.utf8.count)) + " : " + value
            }.joined(separator: "\r\n")
        }
        files.append((path, Array((blocks.joined(separator: "\r\n\r\n") + "\r\n").utf8)))
    }
}
