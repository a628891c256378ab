import Foundation

/// Runs a line of a shell in which `chaincheck` is the real binary, for redirections and limits.
struct Shell {
    let output: String
    let errors: String
    let code: Int32

    init(_ line: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "chaincheck() { \"$CHAINCHECK\" \"$@\"; }; \(line)"]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["CHAINCHECK": try Binary.location().path]
        ) { $1 }
        let (standardOutput, standardError) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = standardOutput
        process.standardError = standardError
        try process.run()
        output = String(decoding: standardOutput.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        errors = String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }
}
