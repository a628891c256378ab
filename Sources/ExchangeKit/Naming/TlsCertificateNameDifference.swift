package import ChainKit

/// In what a TlsCertificateName departs from a certificate that it was probably meant for.
package enum TlsCertificateNameDifference: Sendable, Hashable {
    /// Blanks are more, fewer or elsewhere.
    case spacing
    /// Capitals and small letters differ.
    case letterCase
    /// A value that .NET puts in quotes has none, or a backslash instead, or the other way round.
    case quoting
    /// `ST=` stands where .NET writes `S=`.
    case stateAsST
    /// An attribute type is written otherwise: `emailAddress=` for `E=`.
    case attributeTypes
    /// Slashes separate the relative names.
    case slashes
    /// The relative names stand in the opposite order, as OpenSSL prints them.
    case reversedOrder
    /// The form is damaged.
    case damaged(TlsCertificateNameDamage)
    /// Issuer and subject stand in each other's place.
    case partsExchanged
    /// The subject alone stands there.
    case issuerMissing
    /// The subject is the certificate's, the issuer is another: the CA changed its issuing certificate.
    case issuerChanged
    /// The issuer is the certificate's, the subject is another.
    case subjectChanged

    /// The difference in words, lower case, no full stop.
    package var text: String {
        switch self {
        case .spacing: "blanks differ"
        case .letterCase: "capitals and small letters differ"
        case .quoting: "quotes differ: .NET puts a value with a comma or another special character in quotes"
        case .stateAsST: "ST= stands where Exchange writes S="
        case .attributeTypes: "an attribute type is not written as Exchange writes it"
        case .slashes: "slashes stand between the parts where Exchange writes commas"
        case .reversedOrder: "the parts stand in the opposite order, as OpenSSL prints them"
        case .damaged(let damage): damage.text
        case .partsExchanged: "issuer and subject stand in each other's place"
        case .issuerMissing: "the subject alone stands there, without an issuer"
        case .issuerChanged: "the subject is the same, but the certificate has another issuer"
        case .subjectChanged: "the issuer is the same, but the certificate has another subject"
        }
    }

    /// How far the difference takes a name from its certificate; the order of near matches, nothing more.
    var distance: Int {
        switch self {
        case .spacing, .letterCase: 1
        case .quoting, .stateAsST, .attributeTypes, .damaged: 2
        case .slashes, .reversedOrder: 3
        case .partsExchanged, .issuerMissing: 10
        case .issuerChanged: 100
        case .subjectChanged: 1_000
        }
    }
}

/// One relative name in which a TlsCertificateName and a certificate differ.
package struct TlsCertificateNameDifferenceLine: Sendable, Hashable {
    /// The part of the name that it belongs to.
    package enum Part: String, Sendable, Hashable {
        case issuer, subject
    }

    /// The part.
    package let part: Part
    /// What the connector has, nil where the certificate alone has something.
    package let written: String?
    /// What the certificate has, nil where the connector alone has something.
    package let actual: String?

    /// The line for a reader.
    package var text: String {
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

/// How a written issuer or subject stands to the one of a certificate.
struct NamePartComparison {
    /// Whether both are the same name, however written.
    let isSame: Bool
    /// How the writing differs; empty where the octets are the same or the names are not.
    let differences: [TlsCertificateNameDifference]
    /// The relative names that differ.
    let lines: [TlsCertificateNameDifferenceLine]

    init(_ part: TlsCertificateNameDifferenceLine.Part, written: String, actual: String) {
        if written.utf8.elementsEqual(actual.utf8) {
            (isSame, differences, lines) = (true, [], [])
            return
        }
        let dialects: [DotNetNameReader.Dialect] = [.dotNet, .escaped, .slashes]
        let readings = dialects.compactMap { dialect in
            DotNetName(written, dialect: dialect).map { (dialect, $0) }
        }
        guard let actualName = DotNetName(actual), let first = readings.first?.1 else {
            isSame = written.withoutBlanks.lowercased() == actual.withoutBlanks.lowercased()
            differences = isSame ? [.spacing] : []
            lines = []
            return
        }
        for (dialect, name) in readings {
            guard let comparison = ComparableWriting(name, dialect, text: written).compare(to: actualName)
            else { continue }
            isSame = true
            differences = comparison
            lines = TlsCertificateNameDifferenceLine.lines(part, written: name, actual: actualName)
            return
        }
        isSame = false
        differences = []
        lines = TlsCertificateNameDifferenceLine.lines(part, written: first, actual: actualName)
    }
}
