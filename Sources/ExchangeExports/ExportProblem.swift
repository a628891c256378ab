/// Something in an export that could not be read; what could be read of the file stands beside it.
package struct ExportProblem: Error, Sendable, Hashable {
    /// Where it stands.
    package let place: ExportPlace
    /// What is wrong, lower case, no full stop.
    package let reason: String
    /// What to do about it, nil where the reason says it.
    package let hint: String?

    /// Puts a problem together.
    package init(_ place: ExportPlace, _ reason: String, hint: String? = nil) {
        self.place = place
        self.reason = reason
        self.hint = hint
    }
}

/// Where in which file something stands.
package struct ExportPlace: Sendable, Hashable {
    /// The file as the user named it or as it was found.
    package let path: String
    /// The line, from 1.
    package let line: Int

    /// Names a line of a file.
    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}

/// How much one file of exports may cost.
///
/// The largest real export seen, five Receive connectors, is 314 KB and nests 7 deep; an organisation of a hundred
/// servers with twenty connectors each stays under 150 MB as CliXML.
package struct ExportLimits: Sendable, Hashable {
    /// Octets of a file.
    package var octets = 256 << 20
    /// Objects and lists in one another.
    package var depth = 48
    /// Objects of a file, those in others counted as well.
    package var objects = 2_000_000
    /// Values and type names of a file, those of an object that is referred to counted again; real exports hold six
    /// times as many as objects, and a Receive connector has a thousand once `ConvertTo-Json` has gone five deep.
    package var values = 12_000_000
    /// Properties of one object: what has more is no object of Exchange.
    package var properties = 4_096
    /// Octets of a single text or binary value.
    package var valueOctets = 16 << 20
    /// Problems of a file that are told of; a file with more of them is no better understood by a longer list.
    package var problems = 100

    /// A text that is too long without its end; nil where it is not too long.
    func clipped(_ text: String) -> ExportedValue? {
        text.utf8.count <= valueOctets
            ? nil : .cutText(String(decoding: text.utf8.prefix(valueOctets), as: UTF8.self))
    }

    /// The limits by default.
    package init() {}
}
