import ChainKit

/// A certificate that wins the selection by name although Exchange Online refuses it and would take another.
///
/// The case of KB 2888788: an internal CA's certificate, or a self-signed one, covers the connector's name as the public
/// one does and is newer. The server trusts both, so both are good to it; Exchange Online sees no root that it trusts.
struct UntrustedWinner: Sendable {
    /// The connector on a server.
    let prediction: ConnectorPrediction
    /// The certificate that is presented.
    let winner: InstalledCertificate
    /// The one that Exchange Online would take.
    let better: InstalledCertificate
    /// What speaks against the winner.
    let findings: [Finding]
    /// How sure it is that Exchange Online refuses the winner.
    let refusal: Certainty
    /// How sure the whole is.
    let certainty: Certainty

    /// Nil where the certificate presented is not refused for want of trust, or no other one covers the name.
    init?(_ prediction: ConnectorPrediction, in situation: ExchangeSituation) {
        guard prediction.part.isHybrid, prediction.isInUse, prediction.choice.name.hostName != nil,
            let winner = prediction.onlyPossible,
            case .refused(let findings, _, let certainty) = prediction.acceptance,
            findings.isEmpty || findings.contains(where: { Self.trustRules.contains($0.rule) })
        else { return nil }
        let better = prediction.choice.runnersUp.map(\.installed).first {
            situation.isFit($0, for: prediction)
        }
        guard let better else { return nil }
        self.prediction = prediction
        self.winner = winner
        self.better = better
        self.findings = findings
        refusal = certainty
        self.certainty = max(prediction.choice.certainty, certainty)
    }

    /// Rules whose findings Exchange Online answers with UntrustedRoot.
    static let trustRules = RuleRegistry.ids(with: .meansNotTrusted)

    /// Why the winner wins.
    var reason: String {
        guard let first = winner.validFrom, let second = better.validFrom else {
            return "it comes before the other in the selection"
        }
        return first > second
            ? "it became valid later, and among certificates that the server trusts the newest is taken"
            : "it comes before the other in the selection, though it is not the newer one"
    }
}
