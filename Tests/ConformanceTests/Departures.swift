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
    static let all: [Departure] = anchors + conflicts

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
}
