// What is said of the certificates that may be presented, once they are known.
extension StartTlsProcess {
    /// Looks at the expiry of what may be presented; an expired certificate is presented all the same.
    mutating func checkExpiry(of winners: [SelectionCandidate]) {
        guard !winners.isEmpty else { return }
        run { $0.record(.expiry) }
        for candidate in winners where candidate.hasExpired(at: time) == .yes {
            let consequence =
                candidates.direction == .inbound
                ? "Exchange offers it all the same and logs event 12016"
                : "for Receive connectors Exchange is documented to use such a certificate all the same"
            remark("\(candidate.label) has expired; \(consequence)")
        }
    }

    /// Says what was taken for granted of the certificates that may be presented.
    mutating func remarkAssumptions(of winners: [SelectionCandidate]) {
        for candidate in winners {
            if candidate.hasPrivateKey == .unknown {
                remark(
                    "the exports do not say whether the server has the private key of \(candidate.label);"
                        + " Get-ExchangeCertificate is said to list no others (\(Citation.noCredentials))"
                )
            }
            if candidate.isVersion3 == .unknown {
                remark(
                    "\(candidate.label) is taken to be X.509 version 3, as its octets are not known"
                )
            }
        }
    }
}
