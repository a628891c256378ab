/// Tells SEQUENCEs around nothing from other formats in DER.
///
/// Nobody keeps such a file on purpose, as one keeps a request or a list: it is what a failed export leaves, or what
/// was made to break a reader. So it is an error and not a skip.
enum HollowDER {
    /// What to say of the octets, nil where they hold a value.
    static func complaint(about octets: [UInt8], from start: Int) -> String? {
        var rest = start..<octets.count
        for _ in 0..<mostNested {
            guard
                let element = DERReader.element(in: octets, at: rest.lowerBound, end: rest.upperBound),
                element.tag == DERReader.Tag.sequence, element.whole == rest
            else { return nil }
            if element.content.isEmpty { return "a SEQUENCE that holds nothing" }
            rest = element.content
        }
        return "more than \(mostNested) SEQUENCEs, each of which holds only the next"
    }

    /// In a SEQUENCE of one element that is another one, no format for keys or certificates goes deeper than three.
    private static let mostNested = 16
}
