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
