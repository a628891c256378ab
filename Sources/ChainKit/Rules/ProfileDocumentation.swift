/// Which rules reject a path under which profile, from the rules themselves: the table in `Documentation/Profiles.md`.
package enum ProfileDocumentation {
    /// A Markdown table, a line a rule that any profile rejects by, in the order of ids.
    package static var markdown: String {
        let profiles = ConformanceProfile.allCases
        var text = "| Rule | \(profiles.map(\.rawValue).joined(separator: " | ")) | What it flags |\n"
        text += "| --- |\(String(repeating: " --- |", count: profiles.count)) --- |\n"
        for rule in RuleRegistry.ofConformance {
            let metadata = rule.metadata
            let cells = profiles.map { profile in
                rule.rejectingProfiles.contains(profile) ? "rejects" : ""
            }
            text += "| [\(metadata.id)](Rules.md#\(metadata.id)) | \(cells.joined(separator: " | ")) "
            text += "| \(metadata.title) |\n"
        }
        return text
    }
}
