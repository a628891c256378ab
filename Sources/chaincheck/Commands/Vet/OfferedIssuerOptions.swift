import ArgumentParser
import ChainKit
import Reports

/// Who would issue.
struct OfferedIssuerOptions: ParsableArguments, FileNaming {
    @Option(
        help: ArgumentHelp(
            "The CA's issuing certificate, with or without its root and other intermediates; may be given several times.",
            valueName: "file"
        )
    )
    var chain: [String] = []

    @Option(
        help: ArgumentHelp(
            "A CA's name, looked for in the subjects and friendly names of Microsoft's roots: all that have it are judged.",
            valueName: "name"
        )
    )
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            "The root of Microsoft's list, by how its thumbprint begins.",
            valueName: "thumbprint"
        )
    )
    var root: String?

    var isEmpty: Bool { chain.isEmpty && !needsList }

    /// Whether the issuer is looked for in Microsoft's list.
    var needsList: Bool { issuer != nil || root != nil }

    /// What was typed.
    var words: String? { issuer ?? root ?? (chain.isEmpty ? nil : chain.joined(separator: ", ")) }

    var namedFiles: NamedFiles {
        NamedFiles().reading("--chain", chain)
    }

    func validate() throws {
        let given = [!chain.isEmpty, issuer != nil, root != nil].count { $0 }
        if given > 1 { throw ValidationError("--chain, --issuer and --root exclude each other") }
    }

    /// Who is meant, and the authorities that may complete paths.
    struct Meant {
        var issuers: [OfferedIssuer] = []
        var outside: [Audit.OutsideIssuer] = []
    }

    func load(in trust: Audit.Trust, _ reader: InputReader) throws -> Meant {
        guard case .microsoft(let list) = trust, let name = issuer ?? root else {
            return try fromChain(reader)
        }
        let search = RootSearch(list: list)
        let entries = root == nil ? search.roots(named: name) : search.roots(thumbprint: name)
        let certificates = entries.compactMap { list.certificate(of: $0.thumbprint) }
        guard !certificates.isEmpty else {
            StandardError.report(
                root == nil
                    ? "no root of the list has '\(PrintableText.escape(name))' in its name"
                    : "no root of the list has a thumbprint that begins with '\(PrintableText.escape(name))'",
                hint: "chaincheck ca NAME and chaincheck roots find TEXT look for roots"
            )
            throw ExitStatus.nothingToJudge.code
        }
        return Meant(issuers: certificates.map(OfferedIssuer.init(root:)))
    }

    private func fromChain(_ reader: InputReader) throws -> Meant {
        var meant = Meant()
        var authorities: [Certificate] = []
        for path in chain {
            let content = try reader.content(named: path)
            if content.record.hasErrors || content.certificates.isEmpty {
                let problem = content.record.worstProblem?.message ?? "no certificate is in it"
                StandardError.report("\(PrintableText.escape(path)): \(problem)")
                throw content.record.absence.code
            }
            for certificate in try content.certificates.map({ try Self.parse($0, path: path) })
            where certificate.isAuthority {
                authorities.append(certificate)
                meant.outside.append(Audit.OutsideIssuer(certificate, path: path))
            }
        }
        meant.issuers = OfferedIssuer.issuing(in: authorities)
        if !chain.isEmpty, meant.issuers.isEmpty {
            StandardError.report(
                "\(chain.map { PrintableText.escape($0) }.joined(separator: ", ")): no authority is in it",
                hint: "give the certificate that issues, not one that it issued"
            )
            throw ExitStatus.nothingToJudge.code
        }
        return meant
    }

    private static func parse(_ encoded: EncodedCertificate, path: String) throws -> Certificate {
        do throws(CertificateError) {
            return try Certificate(der: encoded.der)
        } catch {
            StandardError.report(
                "\(PrintableText.escape(path)): a certificate does not parse: \(error.reason)"
            )
            throw ExitStatus.unread.code
        }
    }
}
