/// One relative name in which a TlsCertificateName and a certificate differ.
public struct TlsCertificateNameDifferenceLine: Sendable, Hashable {
    /// The part of the name that it belongs to.
    public enum Part: String, Sendable, Hashable {
        case issuer, subject
    }

    /// The part.
    public let part: Part
    /// What the connector has, nil where the certificate alone has something.
    public let written: String?
    /// What the certificate has, nil where the connector alone has something.
    public let actual: String?

    /// The line for a reader.
    public var text: String {
        switch (written, actual) {
        case (let written?, let actual?): "\(part.rawValue): \(written) where the certificate has \(actual)"
        case (let written?, nil): "\(part.rawValue): \(written), which the certificate does not have"
        case (nil, let actual?): "\(part.rawValue): without \(actual), which the certificate has"
        case (nil, nil): part.rawValue
        }
    }

    /// A person reads a few lines; a certificate may hold thousands of attributes.
    static let most = 12

    /// Pairs what only one of two names has by attribute type, in the order of the texts.
    static func lines(_ part: Part, written: DotNetName, actual: DotNetName) -> [Self] {
        var unpaired = actual.relativeNames.map { Optional($0) }
        var places: [String: [Int]] = [:]
        var textPlaces: [String: [Int]] = [:]
        for (place, name) in actual.relativeNames.enumerated().reversed() {
            textPlaces[name.text, default: []].append(place)
            places[key(name), default: []].append(place)
        }
        var left: [DotNetName.RelativeName] = []
        for name in written.relativeNames {
            if let place = textPlaces[name.text]?.popLast() {
                unpaired[place] = nil
            } else {
                left.append(name)
            }
        }
        var lines: [Self] = []
        for name in left {
            var partner: DotNetName.RelativeName?
            while partner == nil, let place = places[key(name)]?.popLast() {
                partner = unpaired[place]
                unpaired[place] = nil
            }
            lines.append(Self(part: part, written: name.text, actual: partner?.text))
        }
        lines += unpaired.compactMap { $0 }.map { Self(part: part, written: nil, actual: $0.text) }
        return Array(lines.prefix(most))
    }

    private static func key(_ name: DotNetName.RelativeName) -> String {
        name.attributes.map { AttributeTypeText.key($0.type) }.sorted().joined(separator: "+")
    }
}
