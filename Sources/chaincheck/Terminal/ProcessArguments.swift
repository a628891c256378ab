import ArgumentParser
import ChainKit

#if canImport(Glibc)
import CProcessArguments
import Glibc
#elseif canImport(Musl)
import Musl
#else
import CProcessArguments
import Darwin
#endif

/// What was typed behind the program's name.
enum ProcessArguments {
    /// All of it, in order.
    ///
    /// Octets that are no UTF-8 stand in the form of `ReportedPath`, so that files of any name can be named.
    ///
    /// Ends the run where the system does not tell: a command line that is lost must not look like an empty one.
    static func all() throws -> [String] {
        #if !canImport(Musl)
        let count = chaincheck_argument_count()
        if count > 0 {
            return (1..<max(1, count)).map { place in
                chaincheck_argument(place).map { text in
                    ReportedPath.text(
                        ofArgument: Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
                    )
                } ?? ""
            }
        }
        #endif
        // Swift gives none, not even the program's name, where it could not learn them.
        guard !CommandLine.arguments.isEmpty else {
            StandardError.report(
                "the command line could not be read",
                hint: "is /proc mounted? nothing was done"
            )
            throw ExitStatus.usage.code
        }
        return Array(CommandLine.arguments.dropFirst())
    }
}
