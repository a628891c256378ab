import ArgumentParser
import ChainKit

/// The certificate of a file that a server would present.
enum PresentedCertificate {
    /// The first certificate that is no authority's, else the first; a file without any is told and ends the run.
    static func first(of content: FileContent) throws -> Certificate {
        let found = content.certificates.compactMap { try? Certificate(der: $0.der) }
        guard let certificate = found.first(where: { !$0.isAuthority }) ?? found.first else {
            let path = PrintableText.escape(content.record.path)
            StandardError.report(
                "\(path): \(content.record.worstProblem?.message ?? "no certificate is in it")"
            )
            throw ExitCode(2)
        }
        return certificate
    }
}
