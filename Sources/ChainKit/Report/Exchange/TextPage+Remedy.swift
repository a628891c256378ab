extension TextPage {
    /// Says what to do and what to type; a danger that was told already is not told again.
    mutating func remedy(_ remedy: Remedy, warned: inout Set<String>) {
        let place = remedy.commands.isEmpty ? "" : ", in the \(remedy.shell.name)"
        paragraph(
            "-> \(Self.show(remedy.goal, upTo: Self.messageLimit))\(place) (\(remedy.certainty.rawValue); \(remedy.source))\(remedy.commands.isEmpty ? "" : ":")",
            indent: 2,
            hanging: 3
        )
        // Commands are pasted whole, so that they are never wrapped; nothing in them is hidden (PowerShellLiteral).
        for command in remedy.commands { verbatim("     " + command.text()) }
        for danger in remedy.dangers where warned.insert(danger).inserted {
            paragraph("beware: " + Self.show(danger, upTo: Self.messageLimit), indent: 5, hanging: 2)
        }
    }
}
