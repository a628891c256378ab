import OpenSSLBridge

extension RootListEntry {
    /// Applies the list's terms.
    ///
    /// The order of the checks decides only which of several reasons is given. Dates are taken as from their first
    /// instant on; Microsoft says "after" and leaves the instant itself open. Intermediates' dates play no part.
    ///
    /// - Parameters:
    ///   - certificate: the root itself, nil where it is not to be had; its extKeyUsage then cannot narrow the answer.
    ///   - purpose: what the certificate below is to be used for.
    ///   - leafNotBefore: the notBefore of the end of the path, not of an intermediate.
    ///   - instant: the time of the check.
    /// - Returns: the verdict; the root's own validity dates are not part of it.
    public func verdict(
        on certificate: Certificate?,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant
    ) -> RootVerdict {
        verdict(
            on: certificate,
            for: purpose,
            leafNotBefore: leafNotBefore,
            at: instant,
            ignoringDisabling: false
        )
    }

    /// The same with the disabling date left out of account where asked, to compare readings of property 122.
    package func verdict(
        on certificate: Certificate?,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant,
        ignoringDisabling: Bool
    ) -> RootVerdict {
        var notes: [RootVerdict.Note] = []
        let cause = cause(certificate, purpose, leafNotBefore, instant, ignoringDisabling, &notes)
        return RootVerdict(
            cause: cause,
            purpose: purpose,
            leafNotBefore: leafNotBefore,
            notes: cause == .trusted ? notes : [],
            isPilot: certificate?.publicKey.kind == .mlDSA(87)
        )
    }

    private func cause(
        _ certificate: Certificate?,
        _ purpose: KeyPurpose,
        _ leafNotBefore: Instant,
        _ instant: Instant,
        _ ignoringDisabling: Bool,
        _ notes: inout [RootVerdict.Note]
    ) -> RootVerdict.Cause {
        if let certificate, !matches(certificate) { return .digest }
        let restrictions = unknownProperties.filter(\.mayRestrict)
        if !restrictions.isEmpty { return .properties(restrictions.map(\.identifier)) }
        if !ignoringDisabling, let date = disabled.instant {
            if instant >= date { return .disabled(since: date) }
            notes.append(.willBeDisabled(on: date))
        }
        if let purposes, !purposes.contains(purpose) { return .notListed }
        if let own = certificate?.extendedKeyUsage, !own.contains(purpose), !own.contains(.any) {
            return .notInExtension
        }
        // Property 122 stands alone: Microsoft's notices disallow a purpose without disabling the root, and leave
        // 122 in place when they disable the root later.
        if disallowedPurposes?.contains(purpose) == true { return .disallowed }
        guard notBeforePurposes?.contains(purpose) ?? true else { return .trusted }
        switch notBefore {
        case .from(let date):
            if leafNotBefore >= date { return .issuedTooLate(since: date) }
            notes.append(.renewalWouldBeRejected(since: date))
        case .absent:
            // A scope without a date occurs once; other readers of the list take it as "always" too.
            if notBeforePurposes != nil { return .neverForPurpose }
        case .withdrawn: break
        }
        return .trusted
    }

    /// Whether property 29 is the MD5 of the certificate's subject.
    package func hasSubjectDigest(of certificate: Certificate) -> Bool {
        subjectMD5 == MessageDigest.md5?.octets(of: certificate.subject.der)
    }

    /// Whether this is the entry of exactly that certificate.
    func matches(_ certificate: Certificate) -> Bool {
        certificate.thumbprint == thumbprint && (sha256 == nil || certificate.sha256 == sha256)
    }
}
