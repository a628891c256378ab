import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Messages to people, on standard error.
///
/// They name files, and files are named by others: what does not print is escaped here, so that no message forgets to.
enum StandardError {
    /// Prints a message after the program's name, and a hint on a line of its own.
    static func report(_ message: String, hint: String? = nil) {
        var text = "chaincheck: \(PrintableText.escape(message))\n"
        if let hint { text += "  \(PrintableText.escape(hint))\n" }
        // A message that cannot be delivered is dropped: there is nowhere else to say so.
        text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    }
}
