@testable import ChainKit
@testable import Octets

/// The input is lines: a reference identifier, then names of a certificate, then bases of constraints, in pairs.
enum NamesTarget {
    static func run(_ octets: [UInt8]) {
        let lines = octets.split(
            separator: UInt8(ascii: "\n"),
            maxSplits: 20,
            omittingEmptySubsequences: false
        )
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            if let name = DNSName(text) {
                require(DNSName(name.text) == name, "\(name.text) does not read as itself")
            }
            if let address = IPAddress(text) {
                require(IPAddress(address.text) == address, "\(address.text) does not read as itself")
            }
            _ = ReferenceIdentifier(text)
            _ = PresentedIdentifier(dns: Array(line))
            _ = Hexadecimal.octets(text)
            if let identifier = ObjectIdentifier(dotted: text) {
                require(ObjectIdentifier(dotted: identifier.dotted) == identifier, "\(text) is not kept")
            }
            _ = ObjectIdentifier(derContent: Array(line)).dotted
            _ = EditDistance.isOne(text[...], "mail.contoso.com")
        }
        for name in lines {
            for base in lines { relate(Array(name), Array(base)) }
        }
    }

    private static func relate(_ name: [UInt8], _ base: [UInt8]) {
        let kinds: [([UInt8]) -> GeneralName] = [
            { .dns($0) }, { .email($0) }, { .uri($0) }, { .ip($0) },
        ]
        for kind in kinds {
            for isExcluding in [true, false] {
                _ = NameConstraintMatching.relation(
                    of: ComparableName(name: kind(name)),
                    to: ComparableName(base: kind(base), isExcluded: isExcluding),
                    isExcluding: isExcluding
                )
            }
        }
    }
}
