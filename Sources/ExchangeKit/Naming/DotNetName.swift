import ChainKit

/// A distinguished name read from its text in .NET's rendering, or from what somebody took for it.
package struct DotNetName: Sendable, Hashable {
    /// One attribute of a relative name.
    package struct Attribute: Sendable, Hashable {
        /// The type as written: `CN`, `S`, `OID.1.2.3`.
        package let type: String
        /// The value without quotes.
        package let value: String
    }

    /// What stands between two commas; several attributes where the relative name has several.
    package struct RelativeName: Sendable, Hashable {
        /// The attributes in the order of the text.
        package let attributes: [Attribute]
        /// The text, without blanks around it.
        package let text: String
    }

    /// The relative names in the order of the text, which for .NET is the last first; none for a name without any.
    package let relativeNames: [RelativeName]

    /// Reads a name, nil for text that is none.
    ///
    /// Values in quotes may hold anything, a quote being doubled. Where a comma stands in a value without quotes, what
    /// follows is taken for the value's rest, because it names no type.
    package init?(_ text: String) { self.init(text, dialect: .dotNet) }

    init?(_ text: String, dialect: DotNetNameReader.Dialect) {
        var reader = DotNetNameReader(text, dialect: dialect)
        guard let names = reader.read() else { return nil }
        relativeNames = names
    }

    /// The name as .NET would write it, types left as they are.
    var rendered: String {
        relativeNames.map { name in
            name.attributes.map { "\($0.type)=\(DotNetText.quoted($0.value))" }
                .joined(separator: " + ")
        }.joined(separator: ", ")
    }
}

/// Reads the text of a distinguished name into relative names.
struct DotNetNameReader {
    /// Who wrote the text.
    enum Dialect {
        /// Commas, quotes, no escapes.
        case dotNet
        /// Commas, and a backslash before a special character or two hexadecimal digits (RFC 4514, OpenSSL).
        case escaped
        /// `/C=US/O=Contoso`, OpenSSL's old form.
        case slashes
    }

    private var pieces: DotNetNamePieces

    init(_ text: String, dialect: Dialect) {
        pieces = DotNetNamePieces(text, dialect: dialect)
    }

    mutating func read() -> [DotNetName.RelativeName]? {
        guard pieces.begins() else { return nil }
        var groups: [[DotNetNamePieces.Piece]] = []
        var joinsLast = false
        while let piece = pieces.next() {
            let before = groups.last?.last?.separator
            if piece.type != nil {
                if joinsLast, !groups.isEmpty {
                    groups[groups.count - 1].append(piece)
                } else {
                    groups.append([piece])
                }
            } else if groups.isEmpty {
                guard piece.text.isBlank, piece.separator == nil else { return nil }
            } else if let before, !(piece.text.isBlank && piece.separator == nil) {
                glue(piece, to: &groups, with: before)
            }
            joinsLast = piece.separator == "+"
        }
        return groups.map(Self.relativeName)
    }

    /// What names no type belongs to the value before it, which lost its quotes.
    private func glue(
        _ piece: DotNetNamePieces.Piece,
        to groups: inout [[DotNetNamePieces.Piece]],
        with separator: Unicode.Scalar
    ) {
        guard var group = groups.popLast(), var last = group.popLast() else { return }
        last.value += String(separator) + piece.text.trimmedAtEnd
        last.text += String(separator) + piece.text
        last.separator = piece.separator
        groups.append(group + [last])
    }

    private static func relativeName(_ pieces: [DotNetNamePieces.Piece]) -> DotNetName.RelativeName {
        DotNetName.RelativeName(
            attributes: pieces.map { DotNetName.Attribute(type: $0.type ?? "", value: $0.value) },
            text: pieces.map(\.text.trimmed).joined(separator: " + ")
        )
    }
}

/// Cuts the text of a distinguished name at its separators, and each piece at its first equals sign.
struct DotNetNamePieces {
    /// What stands between two separators.
    struct Piece {
        var type: String?
        var value: String
        /// As it stands, with blanks.
        var text: String
        /// What ended it, nil at the end of the text.
        var separator: Unicode.Scalar?
    }

    private let scalars: [Unicode.Scalar]
    private let dialect: DotNetNameReader.Dialect
    private var position = 0

    init(_ text: String, dialect: DotNetNameReader.Dialect) {
        scalars = Array(text.unicodeScalars)
        self.dialect = dialect
    }

    /// Reads what must stand before the first piece, false where it does not.
    mutating func begins() -> Bool {
        guard dialect == .slashes else { return true }
        guard scalars.first == "/" else { return false }
        position = 1
        return true
    }

    /// The next piece, nil at the end.
    mutating func next() -> Piece? {
        guard position < scalars.count else { return nil }
        let start = position
        var type: String?
        var value = String.UnicodeScalarView()
        var isInQuotes = false
        var wasQuoted = false
        while position < scalars.count {
            let scalar = scalars[position]
            if isInQuotes, scalar == "\"", position + 1 < scalars.count, scalars[position + 1] == "\"" {
                value.append(scalar)
                position += 1
            } else if isInQuotes {
                if scalar == "\"" { isInQuotes = false } else { value.append(scalar) }
            } else if isSeparator(scalar) {
                break
            } else if let octets = escape() {
                value.append(contentsOf: octets.unicodeScalars)
                continue
            } else if scalar == "=", type == nil {
                type = String(value).trimmed
                value = String.UnicodeScalarView()
            } else if scalar == "\"", type != nil, !wasQuoted, String(value).isBlank {
                (isInQuotes, wasQuoted) = (true, true)
                value = String.UnicodeScalarView()
            } else if !(wasQuoted && scalar.properties.isWhitespace) {
                value.append(scalar)
            }
            position += 1
        }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        let separator = position < scalars.count ? scalars[position] : nil
        position += 1
        let whole = String(value)
        return Piece(
            type: type?.isEmpty == true ? nil : type,
            value: wasQuoted ? whole : whole.trimmed,
            text: text,
            separator: separator
        )
    }

    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        dialect == .slashes
            ? scalar == "/" : scalar == "," || scalar == "+" || scalar == ";" || scalar == "\n"
    }

    /// The characters that a backslash here stands for, read on; nil where there is no escape.
    private mutating func escape() -> String? {
        guard dialect == .escaped, scalars[position] == "\\", position + 1 < scalars.count else { return nil }
        if ",+\"\\<>;=# ".unicodeScalars.contains(scalars[position + 1]) {
            position += 2
            return String(scalars[position - 1])
        }
        var octets: [UInt8] = []
        while position + 2 < scalars.count, scalars[position] == "\\",
            let octet = UInt8(
                String(String.UnicodeScalarView(scalars[(position + 1)...(position + 2)])),
                radix: 16
            )
        {
            octets.append(octet)
            position += 3
        }
        return octets.isEmpty ? nil : String(decoding: octets, as: UTF8.self)
    }
}

/// Which attribute type a text means, whoever wrote it: `S`, `ST` and `OID.2.5.4.8` are the same.
enum AttributeTypeText {
    /// What two texts for the same type share: the dotted identifier, or the text in lower case where it is unknown.
    static func key(_ text: String) -> String {
        let lowered = text.lowercased()
        let dotted = lowered.hasPrefix("oid.") ? String(lowered.dropFirst(4)) : lowered
        return keys[lowered] ?? dotted
    }

    /// Whether the text is OpenSSL's abbreviation of the state, which .NET writes `S`.
    static func isStateOfOpenSSL(_ text: String) -> Bool { text.lowercased() == "st" }

    private static let keys: [String: String] = {
        let dotNet = DotNetText.typeNames.map { ($0.name.description.lowercased(), $0.type.dotted) }
        let others: [(String, ObjectIdentifier)] = [
            ("st", AttributeType.stateOrProvince), ("stateorprovincename", AttributeType.stateOrProvince),
            ("emailaddress", AttributeType.emailAddress), ("email", AttributeType.emailAddress),
            ("gn", AttributeType.givenName), ("givenname", AttributeType.givenName),
            ("surname", AttributeType.surname), ("title", AttributeType.title), ("uid", AttributeType.userID),
            ("commonname", AttributeType.commonName), ("organizationname", AttributeType.organization),
            ("organizationalunitname", AttributeType.organizationalUnit),
            ("countryname", AttributeType.country), ("localityname", AttributeType.locality),
            ("businesscategory", AttributeType.businessCategory),
            ("organizationidentifier", AttributeType.organizationIdentifier),
            ("streetaddress", AttributeType.street),
        ]
        return Dictionary(dotNet + others.map { ($0.0, $0.1.dotted) }) { first, _ in first }
    }()
}
