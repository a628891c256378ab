import ArgumentParser

@main
struct ChainCheck: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "chaincheck")
}
