import ArgumentParser
import ChainKit
import Reports

/// The names that a certificate must cover.
struct NameOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The transport server's name, which the certificate must cover; may be given several times.",
            discussion: """
                A certificate that covers some of several names carries a warning for the others. Without a name \
                certificates are judged without regard to names, and no certificate is recommended.
                """,
            valueName: "name"
        )
    )
    var domain: [String] = []

    /// The names as they are compared.
    func references() throws -> [ReferenceIdentifier] {
        try domain.map { try Self.reference($0, of: "--domain") }
    }

    /// One name that was asked about with an option.
    static func reference(_ text: String, of option: String) throws -> ReferenceIdentifier {
        do throws(UnusableName) {
            return try ReferenceIdentifier(asked: text)
        } catch {
            let name = PrintableText.escape(text)
            throw ValidationError("\(option): '\(name)' is no host name: \(PrintableText.escape(error.text))")
        }
    }

    func validate() throws { _ = try references() }
}
