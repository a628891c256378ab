import ExchangeExports

extension ExchangeServices {
    /// Nil where the export does not say, or says something that is not understood.
    init?(_ value: ExportedValue) {
        // Places without a letter at the end look like the mark of a missing end.
        if case .cutText(let text) = value {
            guard let services = Self.lettered(text + "...") else { return nil }
            self = services
            return
        }
        // A text goes first: an enumeration's object has a number as well, whose bits were partly inferred.
        guard let words = value.words else { return nil }
        if let number = Int(words) {
            self.init(rawValue: number)
        } else if let services = Self.named(words) ?? Self.lettered(words) {
            self = services
        } else {
            return nil
        }
    }

    /// `IMAP, POP, IIS, SMTP`, or `None`.
    private static func named(_ text: String) -> ExchangeServices? {
        let names = text.split(separator: ",").map { String($0).trimmed }
        return names.isEmpty ? nil : ExchangeServices(each: names)
    }

    /// `IP.WS.`, a letter a service and a dot where it has none; Exchange writes five to seven places.
    private static func lettered(_ text: String) -> ExchangeServices? {
        let text = text.split(separator: "\u{2026}", omittingEmptySubsequences: false).joined(
            separator: "..."
        )
        guard (5...7).contains(text.count) else { return nil }
        var services: ExchangeServices = []
        for (character, place) in zip(text, places) where character != "." {
            guard place.letter == nil || place.letter == character else { return nil }
            services.insert(place.service)
        }
        return services
    }

    // What letter the seventh place has was not seen; that it is the last service follows from the order.
    private static let places: [(letter: Character?, service: ExchangeServices)] = [
        ("I", .imap), ("P", .pop), ("U", .um), ("W", .iis), ("S", .smtp), ("F", .federation),
        (nil, .umCallRouter),
    ]
}
