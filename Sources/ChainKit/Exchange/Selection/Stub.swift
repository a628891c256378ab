struct InboundStartTlsSelection {
    func choose(for c: ReceiveConnector, serverFqdn: String?, among: [SelectionCandidate], at: Instant)
        -> CertificateChoice
    { fatalError() }
}
struct OutboundTlsSelection {
    func choose(for c: SendConnector, serverFqdn: String?, among: [SelectionCandidate], at: Instant)
        -> CertificateChoice
    { fatalError() }
}
struct InternalTransportSelection {
    func choose(for c: Setting<String>, among: [SelectionCandidate], at: Instant) -> CertificateChoice {
        fatalError()
    }
}
