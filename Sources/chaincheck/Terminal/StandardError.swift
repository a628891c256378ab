#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Messages to people, on standard error.
enum StandardError {
    /// Prints a message after the program's name, and a hint on a line of its own.
    static func report(_ message: String, hint: String? = nil) {
        var text = "chaincheck: \(message)\n"
        if let hint { text += "  \(hint)\n" }
        // A message that cannot be delivered is dropped: there is nowhere else to say so.
        text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    }
}
