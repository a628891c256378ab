import Foundation
import Testing

/// Runs the real binary and keeps what it printed.
struct Binary {
    let output: String
    let errors: String
    let code: Int32

    /// Runs `chaincheck` with arguments, in an environment without a terminal.
    init(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:],
        folder: URL? = nil
    ) throws {
        try self.init(Self.location(), arguments, input: input, environment: environment, folder: folder)
    }

    /// Runs a script in bash.
    init(shell script: String, environment: [String: String], folder: URL) throws {
        try self.init(
            URL(filePath: "/bin/bash"),
            ["-c", script],
            input: "",
            environment: environment,
            folder: folder
        )
    }

    private init(
        _ executable: URL,
        _ arguments: [String],
        input: String,
        environment: [String: String],
        folder: URL?
    ) throws {
        let process = Process()
        if let folder { process.currentDirectoryURL = folder }
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        output = String(decoding: standardOutput.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        errors = String(decoding: standardError.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }

    /// The output as a JSON object.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// The binary stands beside the bundle of the tests.
    static func location() throws -> URL {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let binary = products.appendingPathComponent("chaincheck")
        try #require(FileManager.default.isExecutableFile(atPath: binary.path), "no binary at \(binary.path)")
        return binary
    }
}
