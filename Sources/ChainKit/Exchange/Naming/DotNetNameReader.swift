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
