/// The services that a certificate is enabled for (`Enable-ExchangeCertificate -Services`).
package struct AllowedServices: OptionSet, Sendable, Hashable {
    /// The bits as Exchange keeps them, also those that have no name here.
    package let rawValue: Int64

    /// Takes bits.
    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static let imap = Self(rawValue: 1)
    package static let pop = Self(rawValue: 2)
    package static let unifiedMessaging = Self(rawValue: 4)
    package static let iis = Self(rawValue: 8)
    package static let smtp = Self(rawValue: 16)
    package static let federation = Self(rawValue: 32)
    package static let unifiedMessagingCallRouter = Self(rawValue: 64)

    /// The names that Exchange shows, in the order of the bits; bits without a name follow as one number.
    package var names: [String] {
        let names = ["IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter"]
        let named = names.enumerated().filter { rawValue & 1 << $0.offset != 0 }.map(\.element)
        let rest = rawValue & ~0x7f
        return rest == 0 ? named : named + [String(rest)]
    }
}
