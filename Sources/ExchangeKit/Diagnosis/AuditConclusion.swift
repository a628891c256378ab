public import ChainKit

extension ExchangeInventory {
    /// What an audit of this inventory's certificates says at its end of everything else that was exported.
    ///
    /// - Parameters:
    ///   - time: the instant for which connectors are asked what they present.
    ///   - diagnostician: made for the issuers that the audit has read.
    /// - Returns: what `Audit` calls before its observer is told of the end.
    public func conclusion(
        at time: Instant,
        by diagnostician: @escaping @Sendable (_ issuers: [Certificate]) -> Diagnostician
    ) -> Audit.Conclusion {
        { summary, found in
            var inventory = self
            for certificate in found.installed { inventory.supply(certificate) }
            summary.missing = inventory.missingExports
            summary.predictions = diagnostician(found.issuers).predictions(of: inventory, at: time)
        }
    }
}
