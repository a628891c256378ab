import ArgumentParser
import ChainKit
import Reports

/// The certificate of a file that a server would present.
enum PresentedCertificate {
    /// The first certificate that is no authority's, else the first; a file without any is told and ends the run.
    ///
    /// - Parameters:
    ///   - content: the file's.
    ///   - isJudged: whether the command judges this file, so that there is nothing to judge where it holds nothing.
    /// - Returns: the certificate.
    /// - Throws: the exit code, where there is none.
    static func first(of content: FileContent, isJudged: Bool) throws -> Certificate {
        let found = content.certificates.compactMap { try? Certificate(der: $0.der) }
        guard let certificate = found.first(where: { !$0.isAuthority }) ?? found.first else {
            let path = PrintableText.escape(content.record.path)
            StandardError.report(
                "\(path): \(content.record.worstProblem?.message ?? "no certificate is in it")"
            )
            throw (isJudged ? content.record.absence : .unread).code
        }
        return certificate
    }

    /// The certificate of a file that a server would present, and the others, which may have issued it.
    ///
    /// A file that is damaged at or before that certificate ends the run: the answer must not be about the certificate
    /// that stands behind a damaged one. What does not parse behind it is told and left out.
    static func withIssuers(in content: FileContent) throws -> (target: Certificate, issuers: [Certificate]) {
        let path = content.record.path
        if content.record.hasErrors, let problem = content.record.worstProblem {
            StandardError.report("\(path): \(problem.message)")
            throw ExitStatus.unread.code
        }
        var target: Certificate?
        var others: [Certificate] = []
        for encoded in content.certificates {
            do throws(CertificateError) {
                let certificate = try Certificate(der: encoded.der)
                if target == nil, !certificate.isAuthority {
                    target = certificate
                } else {
                    others.append(certificate)
                }
            } catch {
                let number = encoded.location.index + 1
                let which = content.certificates.count == 1 ? "the certificate" : "certificate \(number)"
                StandardError.report("\(path): \(which) does not parse: \(error.reason)")
                guard target != nil else { throw ExitStatus.unread.code }
            }
        }
        guard let target = target ?? others.first else {
            throw ExitStatus.nothing("\(path) holds no certificate")
        }
        return (target, others.filter { $0 !== target })
    }
}
