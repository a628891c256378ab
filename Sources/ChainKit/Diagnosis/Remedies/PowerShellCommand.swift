/// One line of PowerShell that a remedy types.
public struct PowerShellCommand: Sendable, Hashable {
    /// A parameter's value.
    public enum Argument: Sendable, Hashable {
        /// Text, quoted on writing.
        case text(String)
        /// Several texts.
        case list([String])
        /// A variable or an expression of our own, written as it is.
        case expression(StaticExpression)
        /// `$true` or `$false`.
        case flag(Bool)
        /// `$null`.
        case null
    }

    /// An expression that does not come from outside.
    public struct StaticExpression: Sendable, Hashable {
        let text: String
        /// Takes a literal of the source code only.
        public init(_ text: StaticString) { self.text = text.description }
    }

    /// The cmdlet, such as `Set-SendConnector`.
    public let cmdlet: String
    /// Parameters in the order written; an empty name for a positional one.
    public let parameters: [(name: String, value: Argument)]
    /// What the line's result is piped into, nil for nothing.
    public let pipedInto: String?
    /// The variable that takes the result, nil for none.
    public let variable: String?

    /// Puts a line together; names and cmdlets are ours, values may come from anywhere.
    init(
        _ cmdlet: StaticString,
        _ parameters: [(name: String, value: Argument)] = [],
        pipedInto: StaticString? = nil,
        variable: StaticString? = nil
    ) {
        self.cmdlet = cmdlet.description
        self.parameters = parameters
        self.pipedInto = pipedInto?.description
        self.variable = variable?.description
    }

    /// The line as it is typed; with `-WhatIf` where the cmdlet changes something and has it.
    public func text(whatIf: Bool = false) -> String {
        var line = variable.map { "$\($0) = " } ?? ""
        line += cmdlet
        for (name, value) in parameters {
            line += name.isEmpty ? " " : " -\(name) "
            line += Self.text(of: value)
        }
        if whatIf, changes { line += " -WhatIf" }
        if let pipedInto { line += " | \(pipedInto)" }
        return line
    }

    /// Whether the cmdlet changes anything: all but Get- and Test- do, and of Exchange's those have -WhatIf.
    public var changes: Bool { !cmdlet.hasPrefix("Get-") && !cmdlet.hasPrefix("Test-") }

    private static func text(of value: Argument) -> String {
        switch value {
        case .text(let text): PowerShellLiteral.expression(text)
        case .list(let texts): texts.map(PowerShellLiteral.expression).joined(separator: ",")
        case .expression(let expression): expression.text
        case .flag(let isTrue): isTrue ? "$true" : "$false"
        case .null: "$null"
        }
    }

    /// Equal when they are typed the same.
    public static func == (one: Self, other: Self) -> Bool { one.text() == other.text() }

    /// Feeds the line.
    public func hash(into hasher: inout Hasher) { hasher.combine(text()) }
}
