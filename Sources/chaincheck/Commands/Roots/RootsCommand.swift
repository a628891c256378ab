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
}
