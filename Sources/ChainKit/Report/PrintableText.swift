/// Text from a certificate or a file, made safe for a terminal.
///
/// Control characters, line ends, and the characters that reorder or hide text are written as `\u{…}`: nothing that
/// a certificate says can move the cursor, colour the screen, forge a line or turn a name round.
public enum PrintableText {
    /// The text with everything that does not print escaped.
    public static func escape(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a character does not print, or changes how others do.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20 && scalar.value < 0x7f { return false }
        // Letters and signs of Latin-1 and Latin Extended, the soft hyphen apart: the Unicode tables need not be asked.
        if scalar.value >= 0xa0 && scalar.value < 0x180 { return scalar.value == 0xad }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }
}
