import ArgumentParser
import ChainKit

/// The names that a certificate must cover.
struct NameOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The transport server's name, which the certificate must cover; may be given several times.",
            discussion: """
                A certificate that covers some of several names carries a warning for the others. Without a name \
                certificates are judged without regard to names, and the report says so.
                """,
            valueName: "name"
        )
    )
    var domain: [String] = []

    /// The names as they are compared.
    func references() throws -> [ReferenceIdentifier] {
        try domain.map { text in
            guard let reference = ReferenceIdentifier(text) else {
                throw ValidationError("--domain: '\(text)' is no host name and no address")
            }
            return reference
        }
    }

    func validate() throws { _ = try references() }
}
