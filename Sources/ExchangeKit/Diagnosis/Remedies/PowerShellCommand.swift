import ChainKit
import Octets

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
        /// Nothing: the parameter is a switch.
        case none
    }

    /// An expression that does not come from outside.
    public struct StaticExpression: Sendable, Hashable {
        let text: String
        /// Takes a literal of the source code only.
        public init(_ text: StaticString) { self.text = text.description }
    }

    /// A parameter: an empty name for a positional one.
    public typealias Parameter = (name: String, value: Argument)

    /// The cmdlet, such as `Set-SendConnector`.
    public let cmdlet: String
    /// Parameters in the order written; an empty name for a positional one.
    public let parameters: [Parameter]
    /// What the line's result is piped into, in the order of the pipeline.
    public let pipedInto: [PowerShellCommand]
    /// The variable that takes the result, nil for none.
    public let variable: String?

    /// Puts a line together; names and cmdlets are ours, values may come from anywhere.
    init(
        _ cmdlet: StaticString,
        _ parameters: [Parameter] = [],
        pipedInto: [PowerShellCommand] = [],
        variable: StaticString? = nil
    ) {
        self.cmdlet = cmdlet.description
        self.parameters = parameters
        self.pipedInto = pipedInto
        self.variable = variable?.description
    }

    /// The line as it is typed; with `-WhatIf` behind each cmdlet that changes something.
    public func text(whatIf: Bool = false) -> String {
        var line = variable.map { "$\($0) = " } ?? ""
        line += cmdlet
        for (name, value) in parameters {
            if !name.isEmpty { line += " -\(name)" }
            let text = Self.text(of: value)
            if !text.isEmpty { line += " \(text)" }
        }
        // A program of its own knows no -WhatIf: the script has it as a comment.
        if whatIf, isProgram { return "# " + line }
        if whatIf, changesByItself { line += " -WhatIf" }
        return ([line] + pipedInto.map { $0.text(whatIf: whatIf) }).joined(separator: " | ")
    }

    /// Whether the line changes anything.
    public var changes: Bool { changesByItself || pipedInto.contains(where: \.changes) }

    /// Verbs of cmdlets that only look (Microsoft, Approved Verbs for PowerShell Commands).
    ///
    /// Every cmdlet of another verb that a remedy types takes `-WhatIf`: Exchange's own, the services' Stop-, Start- and
    /// Restart-Service, and Import-Certificate.
    private static let lookingVerbs: Set<Substring> = ["Get", "Test", "Where", "Select", "Format", "Read"]

    /// Whether it is a program such as certutil, and no cmdlet.
    private var isProgram: Bool { !cmdlet.contains("-") }

    private var changesByItself: Bool { !Self.lookingVerbs.contains(cmdlet.prefix { $0 != "-" }) }

    private static func text(of value: Argument) -> String {
        switch value {
        case .text(let text): PowerShellLiteral.expression(text)
        case .list(let texts): texts.map(PowerShellLiteral.expression).joined(separator: ",")
        case .expression(let expression): expression.text
        case .flag(let isTrue): isTrue ? "$true" : "$false"
        case .null: "$null"
        case .none: ""
        }
    }

    /// Equal when they are typed the same.
    public static func == (one: Self, other: Self) -> Bool { one.text() == other.text() }

    /// Feeds the line.
    public func hash(into hasher: inout Hasher) { hasher.combine(text()) }
}

/// Text as a literal of PowerShell that stands for exactly that text, whatever it holds.
///
/// A subject may hold quotes, `$`, backticks and line ends. Within single quotes PowerShell expands nothing, and takes
/// five characters for a single quote, each of which is doubled (about_Quoting_Rules). What does not print is written
/// as `[char]`, so that a pasted line stays one line and shows what it is.
enum PowerShellLiteral {
    /// The expression for a text.
    static func expression(_ text: String) -> String {
        var pieces: [String] = []
        var run = ""
        func flush() {
            guard !run.isEmpty else { return }
            pieces.append("'\(run)'")
            run = ""
        }
        for scalar in text.unicodeScalars {
            if scalar.isHidden {
                flush()
                pieces.append(character(scalar))
            } else {
                run.unicodeScalars.append(scalar)
                if quotes.contains(scalar) { run.unicodeScalars.append(scalar) }
            }
        }
        flush()
        return switch pieces.count {
        case 0: "''"
        // A sum that begins with a character would add numbers, so text always stands first.
        case 1 where text.unicodeScalars.first?.isHidden != true: pieces[0]
        default: "('' + \(pieces.joined(separator: " + ")))"
        }
    }

    /// The characters that PowerShell's parser takes for a single quote.
    private static let quotes: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]

    /// A `[char]` is a UTF-16 unit, so that characters beyond the first plane become two.
    private static func character(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { "[char]0x" + String($0, radix: 16, uppercase: true) }.joined(
            separator: " + "
        )
    }
}
