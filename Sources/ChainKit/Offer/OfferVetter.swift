/// Judges what would come of an offer, by the rules and the score of an audit.
package struct OfferVetter: Sendable {
    private let trust: Audit.Trust
    private let outside: [Audit.OutsideIssuer]
    private let keys = ThrowawayKeys()

    /// Sets a judgement up; `outside` are authorities that may complete paths.
    package init(trust: Audit.Trust, outside: [Audit.OutsideIssuer] = []) {
        self.trust = trust
        self.outside = outside
    }

    /// Judges an offer by each of the issuers that may be meant; without one the request alone is judged.
    ///
    /// - Parameters:
    ///   - offer: what is to be bought.
    ///   - issuers: who would issue.
    /// - Returns: the answer with all that was found.
    /// - Throws: ``UnvettableOffer`` where no certificate can hold what is asked for.
    package func vet(_ offer: Offer, by issuers: [OfferedIssuer]) throws -> Vetting {
        let request = OfferRuleRegistry.findings(in: offer)
        let certificateJudge = certificateJudge(offer)
        let issuances = try issuers.map { issuer in
            Issuance(try facts(offer, issuer, certificateJudge), request: request)
        }.enumerated().sorted { one, other in
            one.element.isBetter(than: other.element)
                || !other.element.isBetter(than: one.element) && one.offset < other.offset
        }.map(\.element)
        return Vetting(offer: offer, requestFindings: request, issuances: issuances)
    }

    private func facts(_ offer: Offer, _ issuer: OfferedIssuer, _ certificateJudge: CertificateJudge) throws
        -> IssuanceFacts
    {
        let forecast =
            offer.isPublic ? ClientAuthenticationForecast(issuer, at: offer.start) : nil
        let certificate: Certificate
        do {
            certificate = try HypotheticalCertificate(offer: offer, keys: keys).certificate(
                by: issuer,
                withClientAuthentication: forecast?.isIncluded ?? true
            )
        } catch {
            throw UnvettableOffer(error)
        }
        let record = certificateJudge.judge(
            certificate,
            sources: [],
            surroundings: Surroundings(),
            presumedIssuer: issuer.certificate,
            by: Worker()
        )
        var seen: Set<Certificate> = []
        let anchors = record.search.attempts.compactMap(\.path.anchor).filter {
            seen.insert($0.certificate).inserted
        }
        return IssuanceFacts(
            offer: offer,
            issuer: issuer,
            certificate: certificate,
            record: record,
            forecast: forecast,
            terms: anchors.flatMap { anchor in
                [KeyPurpose.serverAuthentication, .clientAuthentication].map {
                    IssuanceRootTerms(anchor, $0, offer)
                }
            }
        )
    }

    private func certificateJudge(_ offer: Offer) -> CertificateJudge {
        let builder = PathBuilder(
            anchors: trust.source,
            pool: IssuerPool(outside.map(\.certificate)),
            party: RelyingParty(time: offer.start)
        )
        let paths = outside.map { ($0.certificate.sha256, $0.path) }
        return CertificateJudge(
            builder: builder,
            references: offer.references,
            roles: RoleClassifier(issuers: [], anchors: trust.source),
            origins: PathOrigins(inside: [:], outside: Dictionary(paths) { first, _ in first })
        )
    }
}

extension Issuance {
    /// Whether one would rather buy from here: by the verdict, then the score.
    fileprivate func isBetter(than other: Issuance) -> Bool {
        (verdict, -(score?.value ?? 0)) < (other.verdict, -(other.score?.value ?? 0))
    }
}
