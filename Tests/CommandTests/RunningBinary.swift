import Foundation
import Testing

/// The real binary while it runs: the test says when it may read and write, so that nothing depends on time.
///
/// A pipe whose other end is not read holds whoever writes into it, once its few ten thousand octets are full. So a
/// report that is not read holds the audit, and what was written to a long standard input was read by the binary.
final class RunningBinary {
    /// More octets than any pipe holds.
    static let moreThanAPipe = 1 << 20

    private let process = Process()
    private let standardInput = Pipe()
    private let standardOutput = Pipe()
    private let standardError = Pipe()
    private var output = Data()

    /// How a run ended.
    struct End {
        /// Everything that was printed and read.
        let output: String
        let errors: String
        /// The exit code, nil where a signal ended the process.
        let code: Int32?
        /// The signal that ended the process.
        let signal: Int32?
    }

    init(_ arguments: [String]) throws {
        process.executableURL = try Binary.location()
        process.arguments = arguments
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        // A test's thread may block signals, and a child is born with its parent thread's mask.
        var (signals, before) = (sigset_t(), sigset_t())
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Writes to the standard input; comes back when all of it is in the pipe.
    func write(_ text: String) throws {
        try standardInput.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    func closeInput() throws { try standardInput.fileHandleForWriting.close() }

    /// Waits for some more of the output; false at its end.
    @discardableResult
    func readSome() -> Bool {
        let some = standardOutput.fileHandleForReading.availableData
        output += some
        return !some.isEmpty
    }

    /// Waits until a whole line of output is there.
    func readLine() { while !output.contains(UInt8(ascii: "\n")), readSome() {} }

    /// Goes away, as `head` does when it has seen enough.
    func closeOutput() throws { try standardOutput.fileHandleForReading.close() }

    /// Presses Ctrl-C.
    func interrupt() { send(SIGINT) }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Presses Ctrl-C until nobody is there any more.
    func interruptUntilItEnds() {
        while process.isRunning {
            interrupt()
            sched_yield()
        }
    }

    /// Reads what is left and waits for the end.
    func end(readsOutput: Bool = true) -> End {
        if readsOutput { while readSome() {} }
        let errors = standardError.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let isExit = process.terminationReason == .exit
        return End(
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self),
            code: isExit ? process.terminationStatus : nil,
            signal: isExit ? nil : process.terminationStatus
        )
    }
}
