import TestSupport

/// nameConstraints with up to three subtrees of any kind.
enum RandomNameConstraints {
    static func value(_ random: inout RandomChoice) -> (der: [UInt8], words: String) {
        var words: [String] = []
        var lists: [[UInt8]] = []
        let counts = random.pick([(1, 0), (0, 1), (2, 0), (1, 1), (0, 2), (1, 0), (0, 1)])
        for (tag, name, count) in [(UInt8(0xa0), "permitted", counts.0), (0xa1, "excluded", counts.1)]
        where count > 0 {
            var subtrees: [UInt8] = []
            for _ in 0..<count {
                let base = Self.base(&random)
                words.append("\(name) \(base.words)")
                subtrees += DERWriter.sequence(base.der)
            }
            lists.append(DERWriter.element(tag, subtrees))
        }
        return (DERWriter.sequence(lists.flatMap(\.self)), words.joined(separator: ", "))
    }

    private static let domains = [
        "example.com", "mail.example.com", ".example.com", ".mail.example.com", "other.org", "com", ".com",
        "ample.com", "a.mail.example.com", "", "EXAMPLE.com", "net", "x.example.com",
    ]
    private static let malformedDomains = [
        "*.example.com", "example.com.", ".", "https://example.com", "a b",
    ]
    private static let mailboxes = [
        "example.com", "x@example.com", ".example.com", "X@example.com", "@example.com",
    ]
    private static let subnets: [[UInt8]] = [
        [10, 0, 0, 0, 255, 0, 0, 0], [10, 1, 0, 0, 255, 255, 0, 0], [192, 168, 0, 0, 255, 255, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0], [10, 0, 2, 0, 255, 0, 255, 0], [UInt8](repeating: 0, count: 32),
    ]

    private static func base(_ random: inout RandomChoice) -> (der: [UInt8], words: String) {
        func text(_ tag: UInt8, _ kind: String, _ text: String) -> (der: [UInt8], words: String) {
            (DERWriter.element(tag, Array(text.utf8)), "\(kind) '\(text)'")
        }
        switch random.below(20) {
        case 0...11: return text(0x82, "dNSName", random.pick(random.mutates(2) ? malformedDomains : domains))
        case 12, 13:
            let subnet = random.pick(subnets)
            return (DERWriter.element(0x87, subnet), "iPAddress \(subnet)")
        case 14, 15, 16:
            let name = random.pick([[("O", "Org")], [("O", "Other")], [("O", "ORG")], [], [("CN", "leaf")]])
            return (DERWriter.element(0xa4, ForgedCertificate.name(name)), "directoryName \(name.map(\.1))")
        case 17: return text(0x81, "rfc822Name", random.pick(mailboxes))
        case 18: return text(0x86, "URI", random.pick(["example.com", ".example.com", "www.example.com"]))
        default: return (DERWriter.element(0x88, [0x2a, 0x03]), "registeredID")
        }
    }
}
