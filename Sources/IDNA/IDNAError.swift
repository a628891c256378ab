internal import CLibIDN2

/// Why a text is no internationalized host name.
public struct IDNAError: Error, Hashable {
    /// libidn2's number.
    let code: Int32

    init(code: Int32) { self.code = code }

    /// What is wrong, in words that follow "it".
    public var reason: String {
        switch code {
        case IDN2_PUNYCODE_BAD_INPUT.rawValue, IDN2_PUNYCODE_OVERFLOW.rawValue,
            IDN2_PUNYCODE_BIG_OUTPUT.rawValue, IDN2_INVALID_ALABEL.rawValue,
            IDN2_ALABEL_ROUNDTRIP_FAILED.rawValue:
            "has a label that begins with xn-- but is no A-label, or a character that no host name may hold"
        case IDN2_TOO_BIG_DOMAIN.rawValue: "is longer than 253 octets"
        case IDN2_TOO_BIG_LABEL.rawValue: "has a label of more than 63 octets"
        case IDN2_HYPHEN_STARTEND.rawValue: "has a label that begins or ends with a hyphen"
        case IDN2_2HYPHEN.rawValue: "has a label with two hyphens as its third and fourth character"
        case IDN2_LEADING_COMBINING.rawValue: "has a label that begins with a combining character"
        case IDN2_BIDI.rawValue:
            "mixes letters that are read from right to left with others, which RFC 5893 forbids"
        case IDN2_CONTEXTJ.rawValue, IDN2_CONTEXTJ_NO_RULE.rawValue, IDN2_CONTEXTO.rawValue,
            IDN2_CONTEXTO_NO_RULE.rawValue:
            "has a character at a place where RFC 5892 forbids it"
        case IDN2_NOT_NFC.rawValue: "has an A-label whose characters are not composed (NFC)"
        case IDN2_UNASSIGNED.rawValue: "has a character that libidn2 does not know"
        case IDN2_DISALLOWED.rawValue, IDN2_INVALID_NONTRANSITIONAL.rawValue:
            "has a character that no host name may hold (RFC 5892)"
        default: "cannot be written in A-labels: " + String(cString: idn2_strerror(code))
        }
    }

    /// Whether only IDNA 2008 refuses the name, and UTS 46 does not.
    ///
    /// True for emoji and for characters that are newer than libidn2. Such A-labels exist in the DNS.
    public var isAllowedByUTS46: Bool {
        [IDN2_DISALLOWED.rawValue, IDN2_UNASSIGNED.rawValue].contains(code)
    }
}
