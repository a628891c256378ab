import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// One run of the real binary in a process of its own, held to limits of time and memory.
struct Run {
    /// A guard against hanging, not a measure: a debug build on a busy machine takes seconds for what takes a tenth.
    static let seconds = 60
    /// Address space, in KiB, which a reader that takes a length at its word runs out of.
    static let memory = 3 << 20

    let command: String
    let output: [UInt8]
    let errors: [UInt8]
    /// The exit code, or 128 and the number of the signal that ended the process.
    let code: Int32

    /// Runs `chaincheck` with arguments.
    init(_ arguments: [String], in folder: String? = nil, input: [UInt8] = []) throws {
        command = arguments.joined(separator: " ")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // Files and not pipes: whoever writes much to both must not wait for a reader of one.
        let scratch = Scratch()
        try Data(input).write(to: scratch.input)
        let limits = Self.limitsMemory ? "ulimit -v \(Self.memory);" : ""
        let redirections = "<\"$IN\" >\"$OUT\" 2>\"$ERR\""
        process.arguments =
            ["-c", "\(limits) exec timeout -s KILL \(Self.seconds) \"$0\" \"$@\" \(redirections)"]
            + [try Self.binary()] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "IN": scratch.input.path, "OUT": scratch.output.path, "ERR": scratch.errors.path,
            // A crash is told by its signal; the backtrace takes longer than the test.
            "SWIFT_BACKTRACE": "enable=no",
        ]) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        try process.run()
        process.waitUntilExit()
        code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        output = try Self.octets(of: scratch.output)
        errors = try Self.octets(of: scratch.errors)
    }

    /// The output as a JSON object; fails the test for a signal, for a wild exit code, for anything that is no JSON,
    /// and for control characters.
    func json(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> [String: Any] {
        let words = String(decoding: errors.prefix(500), as: UTF8.self)
        let command = Comment(rawValue: "\(command.prefix(300)): \(words)")
        try #require((0...3).contains(code), command, sourceLocation: sourceLocation)
        let controls: Set<UInt8> = [0x00, 0x07, 0x1b]
        #expect(
            !(output + errors).contains(where: controls.contains),
            command,
            sourceLocation: sourceLocation
        )
        let object = try? JSONSerialization.jsonObject(with: Data(output))
        return try #require(object as? [String: Any], command, sourceLocation: sourceLocation)
    }

    /// Not by `Data(contentsOf:)`, which leaks a page for every empty file.
    private static func octets(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return Array(try handle.readToEnd() ?? Data())
    }

    /// AddressSanitizer and ThreadSanitizer reserve terabytes of address space.
    private static let limitsMemory: Bool = {
        #if os(Linux)
        dlsym(nil, "__asan_init") == nil && dlsym(nil, "__tsan_init") == nil
        #else
        false
        #endif
    }()

    /// The binary stands beside the bundle of the tests.
    private static func binary() throws -> String {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let path = products.appending(path: "chaincheck").path(percentEncoded: false)
        try #require(FileManager.default.isExecutableFile(atPath: path), "no binary at \(path)")
        return path
    }
}

/// The files of one run, removed with the value.
private final class Scratch {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "chaincheck-\(UUID())")
    var input: URL { folder.appending(path: "in") }
    var output: URL { folder.appending(path: "out") }
    var errors: URL { folder.appending(path: "err") }

    init() { try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
