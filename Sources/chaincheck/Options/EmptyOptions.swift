import ArgumentParser

/// What becomes of a run that finds nothing to judge.
struct EmptyOptions: ParsableArguments {
    @Flag(help: "Exit with 0, not 3, where nothing is there to judge or to answer.")
    var allowEmpty = false
}

/// A command that may find nothing to judge.
protocol JudgingCommand: ParsableCommand {
    var empty: EmptyOptions { get }
}
