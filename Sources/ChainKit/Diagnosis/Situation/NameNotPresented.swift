/// Certificates that a connector may present, none of which has a name that Exchange Online looks for.
struct NameNotPresented: Sendable {
    /// The certificates that may be presented.
    let presented: [InstalledCertificate]
    /// Their names.
    let names: [String]
    /// Whether the references leave open that a name matches after all.
    let isOpen: Bool
    /// Whether Exchange Online refuses the certificate in any case, so that the name is not what is seen first.
    let isRefusedOtherwise: Bool

    /// Nil where a name may match, or where names are not known.
    init?(_ prediction: ConnectorPrediction, _ wanted: OnlineNames) {
        let presented = prediction.possible.map(\.installed)
        let fits = presented.map { wanted.fit(of: $0, as: prediction.connector.role) }
        guard !fits.isEmpty, fits.allSatisfy({ $0 == .undocumented || $0 == .none }) else { return nil }
        self.presented = presented
        names = presented.flatMap { $0.transportNames ?? [] }
        isOpen = fits.contains(.undocumented)
        isRefusedOtherwise =
            if case .refused(let findings, _, _) = prediction.acceptance {
                !findings.contains { OnlineJudge.nameRules.contains($0.rule) }
            } else {
                false
            }
    }
}
