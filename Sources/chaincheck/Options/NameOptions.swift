import ArgumentParser
import ChainKit

/// The names that a certificate must cover.
struct NameOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A name that the certificate must cover, as the transport server's; may be given several times.",
            discussion: "Without it certificates are judged without regard to names, and the report says so.",
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
