/// An export that is not there, the command that makes it, and what cannot be said without it.
public struct MissingExport: Sendable, Hashable {
    /// What is missing, lower case, no full stop.
    public let what: String
    /// The command of the Exchange Management Shell, or of Exchange Online's where `isOnline`.
    public let command: String
    /// What cannot be said without it, lower case, no full stop.
    public let consequence: String
    /// Whether the command is one of Exchange Online's.
    public let isOnline: Bool
    /// Where the command must be run, nil for any shell of the organisation or of Exchange Online.
    public let shell: String?

    /// Puts the facts together.
    public init(
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
