extension SelectionCandidate {
    /// Whether the certificate is X.509 version 3; text alone says so only where it has several names.
    var isVersion3: ExportedAnswer {
        if let certificate = installed.certificate { return ExportedAnswer(certificate.version >= 3) }
        return (installed.domains ?? []).count > 1 ? .yes : .unknown
    }

    /// Whether the server has the private key.
    var hasPrivateKey: ExportedAnswer { ExportedAnswer(installed.hasPrivateKey) }

    /// Whether the certificate is assigned to SMTP.
    var isEnabledForSmtp: ExportedAnswer { ExportedAnswer(installed.services?.contains(.smtp)) }

    /// Whether the certificate signed itself.
    ///
    /// The same name as issuer and subject alone does not tell: it takes the signature, or Exchange's word.
    var isSelfSigned: ExportedAnswer {
        if standing == .selfSigned { return .yes }
        if let isSelfSigned = installed.isSelfSigned { return ExportedAnswer(isSelfSigned) }
        if let certificate = installed.certificate { return certificate.isSelfIssued ? .unknown : .no }
        guard let issuer = installed.issuer, let subject = installed.subject else { return .unknown }
        return issuer == subject ? .unknown : .no
    }

    /// Whether the certificate's validity has ended at an instant.
    func hasExpired(at time: Instant) -> ExportedAnswer {
        guard let notAfter else { return .unknown }
        let now = PossibleTime(time)
        if !now.mayBeAtOrBefore(notAfter) { return .yes }
        return notAfter.mayBeAtOrBefore(PossibleTime(Instant(seconds: time.seconds - 1))) ? .unknown : .no
    }

    /// Whether the certificate's validity is still to begin at an instant.
    func isNotYetValid(at time: Instant) -> ExportedAnswer {
        guard let notBefore else { return .unknown }
        let now = PossibleTime(time)
        if !notBefore.mayBeAtOrBefore(now) { return .yes }
        return PossibleTime(Instant(seconds: time.seconds + 1)).mayBeAtOrBefore(notBefore) ? .unknown : .no
    }

    /// The certificate for a reader.
    var label: String { "certificate \(installed.thumbprint)" }
}
