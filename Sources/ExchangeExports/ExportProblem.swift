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
