import ChainKit

/// What the old certificate had and the new one has not: names, purposes, uses of the key.
struct LossSteps {
    let old: Certificate
    let new: Certificate
    let names: ComparedNames
    let inventory: ExchangeInventory?

    var steps: [ComparisonStep] {
        var steps: [ComparisonStep] = []
        if !names.lost.isEmpty { steps.append(lostNames) }
        let purposes = old.tlsPurposes.subtracting(new.tlsPurposes).map(\.name).sorted()
        if !purposes.isEmpty { steps.append(lost(purposes)) }
        // keyEncipherment is for RSA keys alone (RFC 8422, 5.3 asks digitalSignature of the others).
        let relevant =
            new.publicKey.isRSA ? [.digitalSignature, .keyEncipherment] : KeyUsage.digitalSignature
        let uses = old.tlsKeyUsage.subtracting(new.tlsKeyUsage).intersection(relevant).names
        if !uses.isEmpty { steps.append(lost(uses: uses)) }
        return steps
    }

    private var lostNames: ComparisonStep {
        let users = names.lost.flatMap { NameUsers(of: $0, in: inventory).all }
        let used = users.isEmpty ? "" : "; used by \(Evidence.list(users))"
        return ComparisonStep(
            .namesLost,
            "the new certificate does not cover \(Evidence.list(names.lost))\(used)",
            [
                .advise(
                    "Have it reissued with these names, or make sure that nothing connects by them",
                    certainty: .standard,
                    source: "RFC 9525, 6"
                )
            ]
        )
    }

    private func lost(_ purposes: [String]) -> ComparisonStep {
        let isServer = purposes.contains(KeyPurpose.serverAuthentication.name)
        return ComparisonStep(
            .purposeLost,
            "extendedKeyUsage of the new certificate lacks \(purposes.joined(separator: ", "))",
            [
                isServer
                    ? .advise(
                        "Have it reissued with serverAuth",
                        certainty: .standard,
                        source: "RFC 5280, 4.2.1.12"
                    )
                    : .advise(
                        """
                        Send a test message to Exchange Online with the new certificate while the old one is still \
                        installed; whether clientAuth is needed is not documented
                        """,
                        certainty: .unknown,
                        source: Citation.chromePolicy
                    )
            ]
        )
    }

    private func lost(uses: [String]) -> ComparisonStep {
        ComparisonStep(
            .keyUsageLost,
            "keyUsage of the new certificate lacks \(uses.joined(separator: ", "))",
            [
                .advise(
                    uses.contains("digitalSignature")
                        ? "Have it reissued with digitalSignature"
                        : "Make sure that no peer is left that needs RSA key exchange, or have it reissued",
                    certainty: .standard,
                    source: "RFC 5280, 4.2.1.3"
                )
            ]
        )
    }
}

extension Certificate {
    /// The purposes of TLS for which the certificate may serve; without the extension both.
    fileprivate var tlsPurposes: Set<KeyPurpose> {
        let both: Set<KeyPurpose> = [.serverAuthentication, .clientAuthentication]
        guard let purposes = extendedKeyUsage, !purposes.contains(.any) else { return both }
        return both.intersection(purposes)
    }

    /// The uses of the key that TLS knows; without the extension both.
    fileprivate var tlsKeyUsage: KeyUsage {
        let both: KeyUsage = [.digitalSignature, .keyEncipherment]
        return keyUsage.map(both.intersection) ?? both
    }
}
