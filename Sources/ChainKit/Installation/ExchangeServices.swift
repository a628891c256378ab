/// The services to which a certificate is assigned, as `Get-ExchangeCertificate` lists them.
public struct ExchangeServices: OptionSet, Sendable, Hashable {
    /// The flags as Exchange serialises them.
    public let rawValue: Int

    /// Takes the flags as Exchange serialises them; those without a name are kept.
    public init(rawValue: Int) { self.rawValue = rawValue }

    // IMAP, POP, IIS and SMTP were read off real exports. The others follow from the order of the letters in a table.

    /// IMAP4 clients.
    public static let imap = Self(rawValue: 1)
    /// POP3 clients.
    public static let pop = Self(rawValue: 2)
    /// Unified Messaging.
    public static let um = Self(rawValue: 4)
    /// Internet Information Services.
    public static let iis = Self(rawValue: 8)
    /// The transport services.
    public static let smtp = Self(rawValue: 16)
    /// The federation trust.
    public static let federation = Self(rawValue: 32)
    /// The Unified Messaging call router.
    public static let umCallRouter = Self(rawValue: 64)

    /// Each flag with Exchange's word for it, in the order in which Exchange writes them.
    package static let words: [(flag: Self, word: String)] = [
        (.imap, "IMAP"), (.pop, "POP"), (.um, "UM"), (.iis, "IIS"), (.smtp, "SMTP"),
        (.federation, "Federation"),
        (.umCallRouter, "UMCallRouter"),
    ]

    /// Exchange's words for the flags, in the order in which Exchange writes them.
    public var list: [String] { Self.words.filter { contains($0.flag) }.map(\.word) }

    /// Exchange's words for the flags, `None` where there is none.
    public var words: String { list.isEmpty ? "None" : list.joined(separator: ", ") }
}

extension ExchangeServices {
    /// Reads Exchange's words, in either case, between commas and blanks; nil where one of them is none.
    public init?(words text: String) {
        self.init(each: text.split(whereSeparator: { $0 == "," || $0 == " " }))
    }

    /// Takes words that stand apart, in either case; nil where one of them is none.
    package init?(each words: some Sequence<some StringProtocol>) {
        self = []
        for word in words.lazy.map({ $0.lowercased() }) where word != "none" {
            guard let known = Self.words.first(where: { $0.word.lowercased() == word }) else { return nil }
            insert(known.flag)
        }
    }
}
