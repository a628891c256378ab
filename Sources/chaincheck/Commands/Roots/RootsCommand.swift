import ArgumentParser

/// Everything about Microsoft's list of trusted roots.
struct RootsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roots",
        abstract: "Look into Microsoft's signed list of trusted roots.",
        subcommands: [
            RootsList.self, RootsShow.self, RootsFind.self, RootsVerify.self, RootsDiff.self, RootsTrust.self,
        ]
    )

    /// What the help of commands that look into lists says of exit codes.
    ///
    /// - Parameter unfit: what 1 means for the command.
    /// - Returns: a paragraph.
    static func exitCodes(_ unfit: String) -> String {
        """
        Exit codes, the worst first: 1 \(unfit); 2 a list could not be read, or is not signed by Microsoft; 0 neither. \
        64 the command line is wrong, 74 the answer could not be written.
        """
    }
}
