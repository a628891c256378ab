public import ChainKit

/// What to type against a finding, and what to beware of.
public struct Remedy: Sendable, Hashable {
    /// Where commands are typed.
    public enum Shell: String, Sendable, Hashable, CaseIterable {
        /// Exchange Management Shell, on premises.
        case exchangeManagementShell
        /// Exchange Online PowerShell.
        case exchangeOnline
        /// Windows PowerShell on the server itself, as an administrator.
        case windows

        /// The shell's name.
        public var name: String {
            switch self {
            case .exchangeManagementShell: "Exchange Management Shell"
            case .exchangeOnline: "Exchange Online PowerShell"
            case .windows: "Windows PowerShell on the server"
            }
        }
    }

    /// What the commands reach, as a sentence without a full stop.
    public let goal: String
    /// Where to type them.
    public let shell: Shell
    /// The commands in order, none where a person must act.
    public let commands: [PowerShellCommand]
    /// What to beware of, lower case, no full stop.
    public let dangers: [String]
    /// How sure it is that this helps.
    public let certainty: Certainty
    /// Where it stands written.
    public let source: String

    init(
        _ goal: String,
        shell: Shell = .exchangeManagementShell,
        _ commands: [PowerShellCommand] = [],
        dangers: [String] = [],
        certainty: Certainty,
        source: String
    ) {
        self.goal = goal
        self.shell = shell
        self.commands = commands
        self.dangers = dangers
        self.certainty = certainty
        self.source = source
    }
}

/// What to beware of while typing a remedy: lower case, no full stop.
enum Danger {
    /// Why the remedy of KB 2888788 is not repeated.
    static let servicesAreAdditive = """
        KB 2888788 takes SMTP away by running Enable-ExchangeCertificate without SMTP; the cmdlet's own reference says \
        that services are added and never taken away so: it may have no effect. Pin the connector first, and look at \
        Services afterwards
        """
    /// What the prompt of Enable-ExchangeCertificate asks.
    static let answerNo = """
        the cmdlet asks whether to overwrite the default SMTP certificate: answer No, which keeps the one that \
        Exchange made for mail between its own servers
        """
    /// Why the certificate comes first and the name afterwards.
    static let everyServerFirst = """
        install the certificate with its private key on every server that uses the connector, and assign SMTP to it, \
        before the connector names it: a name without its certificate stops the mail of that connector
        """
    /// What Remove-ExchangeCertificate takes along.
    static let removal = """
        removing deletes the certificate from the server, for every service that uses it: export it with its private \
        key first, and give the other services another one
        """
    /// What an import does not restore.
    static let importAssignsNothing = """
        importing a certificate assigns no service to it; that removing and importing clears SMTP is inferred from \
        that, not documented
        """
    /// What replacing a certificate means for a subscribed Edge server.
    static let edgeSubscription =
        "after the certificate of a subscribed Edge Transport server is replaced, the Edge subscription must be made anew"
    /// What stands still meanwhile.
    static let mailStops = "no mail moves through a server while its transport service is stopped"
    /// How sure it is that a restart is needed.
    static let restartNotDocumented =
        "whether a running transport service must be restarted to see the change is not documented"
    /// How long Active Directory takes.
    static let replication =
        "in a large organization wait for Active Directory to replicate, or force it, between the steps"
}

extension Remedy {
    /// Puts missing intermediates where Windows takes them from.
    static func installIntermediates(on server: String?) -> Remedy {
        Remedy(
            "Install the CA's intermediate certificates\(server.map { " on \($0)" } ?? " on every server")",
            shell: .windows,
            [
                PowerShellCommand(
                    "Get-ChildItem",
                    [("Path", .text("C:\\import\\ca.cer"))],
                    pipedInto: [
                        PowerShellCommand(
                            "Import-Certificate",
                            [("CertStoreLocation", .text("Cert:\\LocalMachine\\CA"))]
                        )
                    ]
                )
            ],
            dangers: [
                "put the file's own path in; roots do not belong into this store",
                "Test-Certificate on the server shows how this server sees the path, not how Exchange Online does",
            ],
            certainty: .documented,
            source: Citation.missingIntermediates
        )
    }

    /// Orders another certificate.
    static func publicCertificate(_ names: String) -> Remedy {
        Remedy(
            "Get a certificate of a public CA for \(names) and install it on every hybrid server",
            dangers: ["keep the present one until the connectors name the new one", Danger.edgeSubscription],
            certainty: .documented,
            source: Citation.hybridRequirements
        )
    }
}

extension Remedy {
    /// Sets properties of a connector on premises.
    static func set(
        _ goal: String,
        on connector: TransportConnector,
        _ parameters: [PowerShellCommand.Parameter],
        dangers: [String] = [],
        source: String
    ) -> Remedy {
        Remedy(
            goal,
            [setting(connector, parameters)],
            dangers: dangers,
            certainty: .documented,
            source: source
        )
    }

    /// Runs the Hybrid Configuration Wizard, which writes the connectors as Microsoft wants them.
    static func runWizard(_ goal: String) -> Remedy {
        Remedy(
            goal,
            dangers: ["the wizard writes the hybrid connectors anew: note down what was changed by hand"],
            certainty: .stated,
            source: Citation.hybridTls
        )
    }

    /// Something that a person must decide.
    static func advise(_ goal: String, certainty: Certainty, source: String) -> Remedy {
        Remedy(goal, certainty: certainty, source: source)
    }
}

extension Remedy {
    /// Sets the name by which Exchange Online knows our certificate.
    static func setSenderName(of connector: InboundConnector, to name: String) -> Remedy {
        Remedy(
            "Let Exchange Online's connector \(connector.name) look for a name that the certificate has",
            shell: .exchangeOnline,
            [
                PowerShellCommand(
                    "Set-InboundConnector",
                    [("Identity", .text(connector.name)), ("TlsSenderCertificateName", .text(name))]
                )
            ],
            dangers: [
                "unless it begins with a wildcard, the name is said to have to be an accepted domain as well",
                "a wildcard takes in every server that presents a certificate below that domain",
            ],
            certainty: .documented,
            source: Citation.setInboundConnector
        )
    }

    /// Sets the name that Exchange Online wants to find in our certificate.
    static func setTlsDomain(of connector: OutboundConnector, to name: String) -> Remedy {
        Remedy(
            "Or let Exchange Online's connector \(connector.name) look for a name that the certificate has",
            shell: .exchangeOnline,
            [
                PowerShellCommand(
                    "Set-OutboundConnector",
                    [("Identity", .text(connector.name)), ("TlsDomain", .text(name))]
                )
            ],
            dangers: ["every server that the connector reaches must present a certificate with that name"],
            certainty: .documented,
            source: Citation.setOutboundConnector
        )
    }
}

extension Remedy {
    /// Exports the certificates of a server; nil where nothing names it.
    static func exportCertificates(of server: String?, isEdge: Bool) -> Remedy {
        let isRemote = server != nil && !isEdge
        return Remedy(
            """
            Export the certificates of \(server ?? "every server that the connectors are on")\
            \(isRemote ? "" : ", in a shell there")
            """,
            [
                PowerShellCommand(
                    "Get-ExchangeCertificate",
                    isRemote ? [("Server", .text(server ?? ""))] : [],
                    pipedInto: [
                        PowerShellCommand(
                            "Export-Clixml",
                            [("Path", .text("certificates\(server.map { "-" + $0 } ?? "").xml"))]
                        )
                    ]
                )
            ],
            dangers: [
                """
                an empty list is not an empty store: run the shell as administrator; with payload signing an expired \
                Auth certificate can be the cause, too
                """
            ],
            certainty: .documented,
            source: Citation.getCertificate
        )
    }
}
