extension Unicode.Scalar {
    /// Whether the character does not print, or changes how others do.
    var isHidden: Bool {
        if value >= 0x20 && value < 0x7f { return false }
        // Letters and signs of Latin-1 and Latin Extended, the soft hyphen apart: the Unicode tables need not be asked.
        if value >= 0xa0 && value < 0x180 { return value == 0xad }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }
}
