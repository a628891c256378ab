extension Explanation {
    /// Octets of a text that are looked at; what comes after them is not.
    public static let octetLimit = PastedText.limit * 2

    /// Explains the text of a file, in UTF-8 or, as PowerShell writes it, UTF-16.
    public init(ofOctets octets: [UInt8]) {
        var lines = StreamedLines()
        var text: [UInt8] = []
        let take: (ArraySlice<UInt8>) -> Void = { line in
            text += line
            text.append(0x0a)
        }
        lines.take(Array(octets.prefix(Self.octetLimit)), take)
        lines.finish(take)
        self.init(of: String(decoding: text, as: UTF8.self))
    }
}
