extension ExchangeServices {
    /// Reads Exchange's words, in either case, between commas and blanks; nil where one of them is none.
    public init?(words text: String) {
        var services: Self = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let word = word.lowercased()
            if word == "none" { continue }
            guard let known = Self.words.first(where: { $0.word.lowercased() == word }) else { return nil }
            services.insert(known.flag)
        }
        self = services
    }
}
