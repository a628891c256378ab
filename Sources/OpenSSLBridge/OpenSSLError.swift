internal import COpenSSL

/// What OpenSSL said about a failure: the entries of its error queue, oldest first.
package struct OpenSSLError: Error, Hashable, Sendable, CustomStringConvertible {
    package struct Entry: Hashable, Sendable {
        package let library: Int32
        package let reason: Int32
        package let text: String
    }

    package let entries: [Entry]

    /// Takes the entries off the calling thread's queue; to be called straight after the failing call.
    static func drain() -> OpenSSLError {
        var entries: [Entry] = []
        while case let code = ERR_get_error(), code != 0 {
            let text = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
            entries.append(
                Entry(
                    library: chaincheck_ERR_GET_LIB(code),
                    reason: chaincheck_ERR_GET_REASON(code),
                    text: text
                )
            )
        }
        return OpenSSLError(entries: entries)
    }

    /// The first entry's text, which is the innermost cause.
    package var description: String { entries.first?.text ?? "unknown error" }
}
