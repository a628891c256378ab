/// Every number and date that is policy, not certificate, with where it stands written and how sure it is.
///
/// The one place to change when a policy changes: rules and reports take theirs from here and cite it.
package enum PolicyData {
    /// The day on which all of it was read.
    package static let version = "2026-11-23"
    private static let read = day(2026, 11, 23)

    // MARK: - Lifetimes

    /// TLS Baseline Requirements, 6.3.2.
    package static let lifetimeSource = PolicySource(
        id: "lifetime",
        title: "CA/Browser Forum, TLS Baseline Requirements, 6.3.2",
        read: read,
        certainty: .standard
    )
    /// The longest validity by day of issue, the newest limit first.
    package static let lifetimes = [
        LifetimeLimit(since: day(2029, 3, 15), days: 47, source: lifetimeSource),
        LifetimeLimit(since: day(2027, 3, 15), days: 100, source: lifetimeSource),
        LifetimeLimit(since: day(2026, 3, 15), days: 200, source: lifetimeSource),
        LifetimeLimit(since: day(2020, 9, 1), days: 398, source: lifetimeSource),
    ]

    // MARK: - clientAuth

    /// What a root programme asks of all its CAs.
    package static let clientAuthenticationOfAll = ClientAuthenticationSchedule(
        actor: "Chrome's root programme",
        organizations: [],
        leftOutSince: nil,
        endsOn: day(2027, 3, 15),
        remark:
            "versions 1.6 and 1.7 of the policy said 2026-06-15; the Baseline Requirements allow clientAuth",
        source: source("client-authentication", "Chrome Root Program Policy 1.8 (2026-02-05)", .documented)
    )
    /// What single CAs say.
    package static let clientAuthentication = [
        ClientAuthenticationSchedule(
            actor: "DigiCert with GeoTrust, Thawte and RapidSSL",
            organizations: ["digicert", "geotrust", "thawte", "rapidssl"],
            leftOutSince: day(2025, 10, 1),
            endsOn: day(2027, 3, 1),
            remark: "an earlier page gave 2026-05-01 as the end",
            source: source("client-authentication-digicert", "DigiCert's page of 2026-03-03", .stated)
        ),
        ClientAuthenticationSchedule(
            actor: "Sectigo",
            organizations: ["sectigo", "comodo", "usertrust"],
            leftOutSince: day(2025, 9, 15),
            endsOn: nil,
            remark: "sources conflict on the end: 2026-05-15, 2026-10-31 or 2027-02-10",
            source: source(
                "client-authentication-sectigo",
                "Sectigo's FAQ and its resellers' pages",
                .unknown
            )
        ),
        ClientAuthenticationSchedule(
            actor: "Let's Encrypt",
            organizations: ["let's encrypt", "internet security research group"],
            leftOutSince: day(2026, 2, 11),
            endsOn: day(2026, 7, 8),
            remark: "the end of the profile tlsclient is reported; the first announcement said 2026-05-13",
            source: source("client-authentication-lets-encrypt", "Let's Encrypt's announcements", .reported)
        ),
    ]

    // MARK: - Keys

    /// The limits themselves.
    package static let keys = KeyLimits(
        rsaBits: 2_048,
        curveBits: 256,
        exponent: 65_537,
        fermatRounds: 100,
        rocaPrimes: [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]
    )
    /// Sizes.
    package static let keySizeSource = source(
        "key-size",
        "CA/Browser Forum, TLS Baseline Requirements, 6.1.5; Microsoft Trusted Root Program, Program Requirements",
        .standard
    )
    /// Exponents.
    package static let exponentSource = source(
        "key-exponent",
        "CA/Browser Forum, TLS Baseline Requirements, 6.1.6",
        .standard
    )
    /// The rounds of Fermat's method, and that CAs must turn down ROCA's keys.
    package static let weakKeySource = source(
        "weak-keys",
        "CA/Browser Forum, TLS Baseline Requirements, 6.1.1.3",
        .standard
    )
    /// The fingerprint and its primes.
    package static let rocaSource = source(
        "roca",
        "Nemec et al., The Return of Coppersmith's Attack (2017); CVE-2017-15361",
        .standard
    )

    private static func source(_ id: String, _ title: String, _ certainty: Certainty) -> PolicySource {
        PolicySource(id: id, title: title, read: read, certainty: certainty)
    }

    /// A day of the calendar; one that does not exist never comes, and a test says so.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Instant {
        Instant(year: year, month: month, day: day) ?? Instant(seconds: .max)
    }
}

/// Where a number or a date stands written that is policy, not certificate, and how sure it is.
package struct PolicySource: Sendable, Hashable {
    /// The stable name by which reports cite it.
    package let id: String
    /// Where it is written.
    package let title: String
    /// The day on which it was read there.
    package let read: Instant
    /// How sure it is.
    package let certainty: Certainty
}

/// What a key must have at least, and how far it is looked for what breaks it.
package struct KeyLimits: Sendable, Hashable {
    /// The fewest bits of an RSA modulus.
    package let rsaBits: Int
    /// The fewest bits of an elliptic curve's field.
    package let curveBits: Int
    /// The least public exponent that CAs should certify.
    package let exponent: Int
    /// Rounds of Fermat's factorization within which a modulus must not fall.
    package let fermatRounds: Int
    /// The primes by which the fingerprint of the ROCA keys is told.
    package let rocaPrimes: [UInt]
}

/// The longest validity that public CAs may give, from a day on.
package struct LifetimeLimit: Sendable, Hashable {
    /// The first day of issue for which it counts.
    package let since: Instant
    /// The most days, a part of a day being a day.
    package let days: Int
    /// Where it is written.
    package let source: PolicySource

    /// How many certificates a year a host needs at least.
    package var certificatesPerYear: Int { (365 + days - 1) / days }
}

extension PolicyData {
    /// The limit for a certificate issued at an instant, nil before there was one.
    package static func lifetimeLimit(at issue: Instant) -> LifetimeLimit? {
        lifetimes.first { $0.since <= issue }
    }
}

/// When an actor ends clientAuth in the certificates of TLS servers.
package struct ClientAuthenticationSchedule: Sendable, Hashable {
    /// Who says so.
    package let actor: String
    /// Words of an issuer's organization for which it counts, in lower case; none for every public CA.
    package let organizations: [String]
    /// From which day certificates come without it unless it is asked for, nil where there is no such day.
    package let leftOutSince: Instant?
    /// From which day none come with it, nil where there is no such day or it is not known.
    package let endsOn: Instant?
    /// What else is said, or in what the sources differ; nil for nothing.
    package let remark: String?
    /// Where it is written.
    package let source: PolicySource

    /// Whether it counts for what a certificate of some organization issues.
    package func concerns(_ organization: String) -> Bool {
        let name = organization.lowercased()
        return organizations.contains { name.contains($0) }
    }
}
