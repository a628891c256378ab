import Octets

/// Lines of text for people, wrapped to a width.
///
/// Takes text that is fit to print: whatever comes from a certificate or a file has gone through ``TextPage/show(_:upTo:)``
/// before, exactly once.
struct TextPage {
    /// Longest text from one field of a certificate.
    static let fieldLimit = 200
    /// Longest message of a finding or problem.
    static let messageLimit = 700

    let style: TextStyle
    private(set) var text = ""

    init(style: TextStyle) { self.style = style }

    /// Text from a certificate or file made fit to print, the end cut off where it is long.
    static func show(_ text: String, upTo limit: Int = fieldLimit) -> String {
        // Cut before escaping: one hidden character becomes eight.
        guard text.unicodeScalars.count > limit else { return PrintableText.escape(text) }
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        return PrintableText.escape(kept) + "…"
    }

    /// Forgets the text.
    mutating func removeAll() { text = "" }

    mutating func blank() { text += "\n" }

    /// Adds a line as it is, for what must be copied whole.
    mutating func verbatim(_ line: String) {
        text += line
        while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
        text += "\n"
    }

    /// Adds text after an indent; what does not fit goes on below, under `hanging` more blanks.
    mutating func paragraph(_ content: String, indent: Int = 0, hanging: Int = 0) {
        wrap(content, after: String(repeating: " ", count: indent), hanging: indent + hanging)
    }

    /// Adds a labelled line of a block; what does not fit goes on below, under the content.
    mutating func field(_ label: String, _ content: String, indent: Int = 2, labelWidth: Int = 11) {
        let padding = String(repeating: " ", count: max(1, labelWidth - DisplayWidth.columns(label)))
        let lead = String(repeating: " ", count: indent) + style.paint(label, .faint) + padding
        wrap(content, after: lead, hanging: indent + labelWidth)
    }

    /// Adds text after a lead that is kept as it is; what does not fit goes on below, under so many blanks.
    mutating func wrap(_ content: String, after lead: String, hanging: Int) {
        var line = lead
        var column = DisplayWidth.columns(lead)
        guard column + DisplayWidth.columns(content) > style.width else {
            verbatim(line + content)
            return
        }
        var isFresh = true
        for word in content.split(separator: " ") {
            let columns = DisplayWidth.columns(String(word))
            if !isFresh && column + 1 + columns > style.width {
                verbatim(line)
                (line, column, isFresh) = (String(repeating: " ", count: hanging), hanging, true)
            }
            if !isFresh {
                line += " "
                column += 1
            }
            line += word
            column += columns
            isFresh = false
        }
        verbatim(line)
    }
}

/// How text for people is drawn: whether in colour, and how wide.
package struct TextStyle: Sendable, Hashable {
    /// What a piece of text means; the colour follows from it.
    package enum Meaning: Sendable, Hashable {
        case good, bad, warning, faint, strong

        fileprivate var code: String {
            switch self {
            case .good: "32"
            case .bad: "31"
            case .warning: "33"
            case .faint: "2"
            case .strong: "1"
            }
        }
    }

    /// Whether control sequences for colour may be written.
    package let isColoured: Bool
    /// Columns of a line.
    package let width: Int

    /// The width where none is known.
    package static let defaultWidth = 80
    /// Narrower than this nothing can be laid out.
    package static let leastWidth = 40

    /// Plain text of the default width, for files and tests.
    package static let plain = TextStyle(isColoured: false, width: defaultWidth)

    /// Makes a style; a width below ``leastWidth`` counts as that.
    package init(isColoured: Bool, width: Int) {
        self.isColoured = isColoured
        self.width = max(width, Self.leastWidth)
    }

    /// The text in the colour of its meaning, unchanged where there is no colour.
    package func paint(_ text: String, _ meaning: Meaning) -> String {
        isColoured && !text.isEmpty ? "\u{1b}[\(meaning.code)m\(text)\u{1b}[0m" : text
    }
}

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

/// Text from a certificate or a file, made safe for a terminal.
///
/// Control characters, line ends, and the characters that reorder or hide text are written as `\u{…}`: nothing that
/// a certificate says can move the cursor, colour the screen, forge a line or turn a name round.
package enum PrintableText {
    /// The text with everything that does not print escaped.
    package static func escape(_ text: String) -> String {
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
