// Runs one target under libFuzzer: FUZZ_TARGET=certificate fuzz [OPTION OF libFuzzer...] [CORPUS...].
// Without FUZZ_TARGET it prints the targets. An environment variable and no argument, because libFuzzer starts itself
// again with its own arguments when it forks or merges.
import Foundation

/// libFuzzer's way in for programs with a main of their own.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The target of this process; a C function has no context to keep it in.
private let target = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(FuzzTarget.init)

guard target != nil else {
    for target in FuzzTarget.allCases { print(target.rawValue) }
    exit(EXIT_SUCCESS)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runDriver(&count, &arguments) { octets, size in
        target?.run(Array(UnsafeBufferPointer(start: octets, count: size)))
        return 0
    }
)
