import ArgumentParser
import ChainKit

/// Revocation lists and OCSP responses from outside what is read.
struct RevocationOptions: ParsableArguments, FileNaming {
    @Option(
        help: ArgumentHelp(
            "Revocation lists and OCSP responses to check against; may be given several times.",
            discussion: "Those among what is read are used without being named here. Nothing is fetched.",
            valueName: "path"
        )
    )
    var crls: [String] = []

    var namedFiles: NamedFiles {
        NamedFiles().reading("--crls", crls)
    }

    /// Everything in the files and folders of `--crls`; a file without any is told and ends the run.
    func revocation() throws -> Audit.OutsideRevocation {
        var lists: [RevocationList] = []
        var responses: [OCSPResponse] = []
        let reader = InputReader()
        for path in crls {
            let before = lists.count + responses.count
            for content in try reader.contents(below: path) {
                let encoded = content.revocation
                do {
                    lists += try encoded.lists.map { try RevocationList(der: $0) }
                    responses += try encoded.responses.map { try OCSPResponse(der: $0) }
                } catch let error as RevocationListError {
                    StandardError.report("\(content.record.path): \(error.reason)")
                    throw ExitStatus.unread.code
                }
            }
            guard lists.count + responses.count > before else {
                StandardError.report(
                    "\(path) holds no revocation list and no OCSP response",
                    hint: "--crls wants files in PEM or DER, or folders of them"
                )
                throw ExitStatus.unread.code
            }
        }
        return Audit.OutsideRevocation(lists: lists, responses: responses)
    }
}
