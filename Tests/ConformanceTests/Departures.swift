/// A case of the public suites that chaincheck answers otherwise, and why.
struct Departure {
    let id: String
    /// The clause or practice that stands against the expected answer.
    let reason: String

    init(_ id: String, _ reason: String) {
        self.id = id
        self.reason = reason
    }
}

/// Every case that is answered otherwise than expected; a test fails when one appears and when one is needed no more.
enum Departures {
    static let all: [Departure] = anchors + conflicts + withoutLists

    private static let anchorsAreNoPartOfThePath =
        "RFC 5280, 6.1.1 (d): an anchor is a name and a key; policies in its certificate bind nothing"
    private static let anchorsMustBeAuthorities =
        "the profile webpki holds given anchors to the rules for roots: basicConstraints with cA and keyCertSign"

    /// Tier anchor: whether an anchor's own certificate constrains the path is the relying party's choice.
    private static let anchors = [
        Departure(
            "chromium-vcc/expired-root_not-after",
            "Windows holds an anchor to its validity, and so does this"
        ),
        Departure(
            "chromium-vcc/policies-inhibit-anypolicy-by-root-fail_ta-with-constraints",
            anchorsAreNoPartOfThePath
        ),
        Departure(
            "chromium-vcc/policies-inhibit-mapping-by-root-fail_ta-with-constraints",
            anchorsAreNoPartOfThePath
        ),
        Departure("chromium-vcc/policy-mappings-on-root-fail_ta-with-constraints", anchorsAreNoPartOfThePath),
        Departure("chromium-vcc/root-basic-constraints-ca-false_main", anchorsMustBeAuthorities),
        Departure("chromium-vcc/root-lacks-basic-constraints_ta-with-constraints", anchorsMustBeAuthorities),
        Departure("chromium-vcc/root-lacks-keycertsign-key-usage_main", anchorsMustBeAuthorities),
    ]

    private static let wildcardOverOneLabel =
        "a wildcard over a single label stands for a whole top-level domain, which no CA can vouch for (RFC 9525, 7.1)"
    private static let trailingDot =
        "a dNSName with a trailing dot is not in the preferred name syntax (RFC 5280, 4.2.1.6)"

    /// Tier conflict: the suites themselves disagree.
    private static let conflicts = [
        Departure(
            "chromium-vcc/many-names_ok-all-types",
            "just beyond PathBudget.nameConstraintComparisons, which counts the subject as a name, too"
        ),
        Departure(
            "limbo/webpki__ca-as-leaf",
            "another suite's core case accepts an authority's certificate that a server presents (RFC 5280, 6.1.5)"
        ),
        Departure("names/chromium-047", trailingDot),
        Departure("names/chromium-048", trailingDot),
        Departure("names/chromium-051", trailingDot),
        Departure("names/chromium-053", trailingDot),
        Departure("names/go-027", wildcardOverOneLabel),
        Departure("names/go-029", "a host name holds no colon (RFC 1123, 2.1)"),
    ]

    /// Tier crl: what must be rejected for a revocation list that the public case does not carry.
    private static let withoutLists = [
        "limbo/crl__crlnumber-critical",
        "limbo/crl__issuer-missing-crlsign",
        "pkits/4.14.14_Invalid_onlyContainsAttributeCerts_Test14",
        "pkits/4.14.17_Invalid_onlySomeReasons_Test17",
        "pkits/4.14.23_Invalid_IDP_with_indirectCRL_Test23",
        "pkits/4.14.2_Invalid_distributionPoint_Test2",
        "pkits/4.14.32_Invalid_cRLIssuer_Test32",
        "pkits/4.14.34_Invalid_cRLIssuer_Test34",
        "pkits/4.14.35_Invalid_cRLIssuer_Test35",
        "pkits/4.14.6_Invalid_distributionPoint_Test6",
        "pkits/4.14.8_Invalid_distributionPoint_Test8",
        "pkits/4.14.9_Invalid_distributionPoint_Test9",
        "pkits/4.15.10_Invalid_delta-CRL_Test10",
        "pkits/4.15.4_Invalid_delta-CRL_Test4",
        "pkits/4.15.9_Invalid_delta-CRL_Test9",
        "pkits/4.4.10_Invalid_Unknown_CRL_Extension_Test10",
        "pkits/4.4.11_Invalid_Old_CRL_nextUpdate_Test11",
        "pkits/4.4.15_Invalid_Negative_Serial_Number_Test15",
        "pkits/4.4.18_Invalid_Long_Serial_Number_Test18",
        "pkits/4.4.20_Invalid_Separate_Certificate_and_CRL_Keys_Test20",
        "pkits/4.4.21_Invalid_Separate_Certificate_and_CRL_Keys_Test21",
        "pkits/4.4.2_Invalid_Revoked_CA_Test2",
        "pkits/4.4.6_Invalid_Wrong_CRL_Test6",
        "pkits/4.5.5_Invalid_Basic_Self-Issued_New_With_Old_Test5",
        "pkits/4.5.7_Invalid_Basic_Self-Issued_CRL_Signing_Key_Test7",
        "pkits/4.7.4_Invalid_keyUsage_Critical_cRLSign_False_Test4",
    ].map { Departure($0, "the case carries no revocation list, and nothing else speaks against the path") }
}
