import ArgumentParser
import ChainKit

/// One side of a comparison: a file, or a thumbprint in an inventory.
struct ComparedInput {
    let certificate: Certificate
    /// What was read, the certificate among it.
    let content: FileContent

    /// Reads what a person named; a file goes before a thumbprint of the same name.
    init(_ text: String, reader: InputReader, inventory: ExchangeInventory?) throws {
        guard let thumbprint = Thumbprint(hexadecimal: text), !RootFiles.exists(text) else {
            content = try reader.content(named: text)
            certificate = try PresentedCertificate.first(of: content, isJudged: true)
            return
        }
        guard let inventory else {
            throw ValidationError("\(text) is a thumbprint: say with --inventory where its certificate is")
        }
        let installed = inventory.certificates.filter {
            $0.thumbprint.uppercased() == thumbprint.hexadecimal
        }
        guard !installed.isEmpty else {
            throw ExitStatus.nothing("the inventory has no certificate \(thumbprint.hexadecimal)")
        }
        guard let found = installed.lazy.compactMap(\.certificate).first else {
            StandardError.report(
                "the inventory does not hold the certificate \(thumbprint.hexadecimal) itself",
                hint: "put its .cer file beside the exports, or name that file"
            )
            throw ExitStatus.unread.code
        }
        certificate = found
        content = reader.read(found.der, path: text)
    }
}
