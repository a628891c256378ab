import ArgumentParser

/// A number of days, written `14d`, or in weeks, `2w`.
struct LeadTime: ExpressibleByArgument {
    let days: Int
    private let text: String

    /// Two weeks: time to order, to install on every server, and to have it go wrong once.
    static let standard = LeadTime(days: 14, text: "14d")

    private init(days: Int, text: String) {
        self.days = days
        self.text = text
    }

    init?(argument: String) {
        guard let unit = argument.last, let factor = ["d": 1, "w": 7][unit] else { return nil }
        let digits = argument.dropLast()
        guard (1...4).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
            let count = Int(digits)
        else { return nil }
        guard count * factor <= Self.most else { return nil }
        self.init(days: count * factor, text: argument)
    }

    /// Ten years; a public certificate has lived for three at most.
    private static let most = 3_660

    var defaultValueDescription: String { text }
}
