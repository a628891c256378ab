extension Unicode.Scalar {
    /// Whether the character does not print, or changes how others do.
    var isHidden: Bool {
        if value >= 0x20 && value < 0x7f { return false }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }
}
