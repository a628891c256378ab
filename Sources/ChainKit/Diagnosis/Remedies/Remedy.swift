/// What to type against a finding, and what to beware of.
public struct Remedy: Sendable, Hashable {
    /// Where commands are typed.
    public enum Shell: String, Sendable, Hashable, CaseIterable {
        /// Exchange Management Shell, on premises.
        case exchangeManagementShell
        /// Exchange Online PowerShell.
        case exchangeOnline
        /// Windows PowerShell on the server itself, as an administrator.
        case windows

        /// The shell's name.
        public var name: String {
            switch self {
            case .exchangeManagementShell: "Exchange Management Shell"
            case .exchangeOnline: "Exchange Online PowerShell"
            case .windows: "Windows PowerShell on the server"
            }
        }
    }

    /// What the commands reach, as a sentence without a full stop.
    public let goal: String
    /// Where to type them.
    public let shell: Shell
    /// The commands in order, none where a person must act.
    public let commands: [PowerShellCommand]
    /// What to beware of, lower case, no full stop.
    public let dangers: [String]
    /// How sure it is that this helps.
    public let certainty: Certainty
    /// Where it stands written.
    public let source: String

    init(
        _ goal: String,
        shell: Shell = .exchangeManagementShell,
        _ commands: [PowerShellCommand] = [],
        dangers: [String] = [],
        certainty: Certainty,
        source: String
    ) {
        self.goal = goal
        self.shell = shell
        self.commands = commands
        self.dangers = dangers
        self.certainty = certainty
        self.source = source
    }
}
