extension ExchangeServices {
    /// Reads Exchange's words, in either case, between commas and blanks; nil where one of them is none.
    public init?(words text: String) {
        self.init(each: text.split(whereSeparator: { $0 == "," || $0 == " " }))
    }

    /// Takes words that stand apart, in either case; nil where one of them is none.
    init?(each words: some Sequence<some StringProtocol>) {
        self = []
        for word in words.lazy.map({ $0.lowercased() }) where word != "none" {
            guard let known = Self.words.first(where: { $0.word.lowercased() == word }) else { return nil }
            insert(known.flag)
        }
    }
}
