/// Text from a certificate or a file, made safe for a terminal.
///
/// Control characters, line ends, and the characters that reorder or hide text are written as `\u{…}`: nothing that
/// a certificate says can move the cursor, colour the screen, forge a line or turn a name round.
public enum PrintableText {
    /// The text with everything that does not print escaped.
    public static func escape(_ text: String) -> String {
        // Nearly every text is ASCII that prints, which its octets tell.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }),
            text.unicodeScalars.contains(where: \.isHidden)
        else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isHidden {
                escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
