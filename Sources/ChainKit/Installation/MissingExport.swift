/// An export that is not there, the command that makes it, and what cannot be said without it.
package struct MissingExport: Sendable, Hashable {
    /// What is missing, lower case, no full stop.
    package let what: String
    /// The command of the Exchange Management Shell, or of Exchange Online's where `isOnline`.
    package let command: String
    /// What cannot be said without it, lower case, no full stop.
    package let consequence: String
    /// Whether the command is one of Exchange Online's.
    package let isOnline: Bool
    /// Where the command must be run, nil for any shell of the organisation or of Exchange Online.
    package let shell: String?

    /// Puts the facts together.
    package init(
        _ what: String,
        _ command: String,
        _ consequence: String,
        isOnline: Bool = false,
        shell: String? = nil
    ) {
        self.what = what
        self.command = command
        self.consequence = consequence
        self.isOnline = isOnline
        self.shell = shell
    }
}
