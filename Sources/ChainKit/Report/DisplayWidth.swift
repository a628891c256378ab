/// How many columns text takes on a terminal.
///
/// A simple count: East Asian wide characters and pictographs two, combining marks none, all else one. The colour
/// sequences of ``TextStyle`` take none; no other control sequence reaches a report.
enum DisplayWidth {
    static func columns(_ text: String) -> Int {
        var columns = 0
        var isInSequence = false
        for scalar in text.unicodeScalars {
            if isInSequence {
                isInSequence = scalar != "m"
            } else if scalar == "\u{1b}" {
                isInSequence = true
            } else {
                columns += width(scalar)
            }
        }
        return columns
    }

    /// The text filled up with blanks, unchanged where it is wider.
    static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - Self.columns(text)))
    }

    /// The text up to so many columns, the last of them a `~` where something was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        guard Self.columns(text) > columns else { return text }
        var kept = String.UnicodeScalarView()
        var room = columns - 1
        for scalar in text.unicodeScalars {
            room -= width(scalar)
            if room < 0 { break }
            kept.append(scalar)
        }
        return String(kept) + "~"
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff,
            0x20000...0x3fffd:
            2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: 0
            default: 1
            }
        }
    }
}
