import ArgumentParser
import ChainKit
import Reports

/// Verifies Microsoft's signature on the list.
struct RootsVerify: ParsableCommand, FileNaming {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify Microsoft's signature, and say how old the list is.",
        discussion: """
            The signature is verified at the list's own date.

            \(RootsCommand.exitCodes("the signature does not verify"))
            """
    )

    @Argument(help: "An authroot.stl; the built-in list where there is none.") var file: String?
    @Option(help: ArgumentHelp("The same as the argument.", valueName: "file")) var authroot: String?
    @OptionGroup var time: TimeOptions
    @Option(help: "text, json or ndjson.") var format = ReportFormat.text

    var namedFiles: NamedFiles {
        NamedFiles().reading("<file>", file).reading("--authroot", authroot)
    }

    func validate() throws {
        if file != nil, authroot != nil { throw ValidationError("give the list once") }
    }

    func run() throws {
        let instant = try time.instant()
        let list = try load()
        let signature = Result { () throws(RootListError) in try list.verifySignature() }
        let unknown = list.entries.filter { !$0.unknownProperties.isEmpty }
        switch format {
        case .text:
            try StandardOutput.write(text(list, signature, unknown, at: instant, style: .detected()))
        case .json: try StandardOutput.write(value(list, signature, unknown, at: instant).document())
        case .ndjson: try StandardOutput.write(value(list, signature, unknown, at: instant).line())
        }
        if case .failure = signature { throw ExitStatus.unfit.code }
    }

    private func load() throws -> MicrosoftRootList {
        guard let path = file ?? authroot else { return try MicrosoftRootList.embedded() }
        do {
            return try MicrosoftRootList(stl: RootFiles.octets(of: path), certificates: [])
        } catch let error as RootListError {
            StandardError.report(
                "\(path): \(error)",
                hint: RootListOptions.malformedHint
            )
            throw ExitStatus.unread.code
        }
    }

    private func text(
        _ list: MicrosoftRootList,
        _ signature: Result<RootListSignature, RootListError>,
        _ unknown: [RootListEntry],
        at instant: Instant,
        style: TextStyle
    ) -> String {
        var text = ""
        switch signature {
        case .success(let signature):
            text +=
                style.paint("the signature is Microsoft's", .good)
                + ", verified at \(list.thisUpdate.rfc3339)\n"
            for certificate in [signature.signer] + signature.intermediates + [signature.root] {
                let name = PrintableText.escape(SubjectText.shortText(certificate.subject))
                let end = certificate.notAfter.instant?.date ?? "?"
                text += "  \(name), \(certificate.notBefore.instant?.date ?? "?") to \(end)\n"
            }
        case .failure(let error): text += style.paint("\(error)", .bad) + "\n"
        }
        for entry in unknown {
            let names = entry.unknownProperties.map(\.identifier.dotted).joined(separator: ", ")
            text += "\(entry.thumbprint.hexadecimal) has properties not understood here: \(names)\n"
        }
        return text + RootSummary.text(of: list, at: instant, style: style, findsRoots: false)
    }

    private func value(
        _ list: MicrosoftRootList,
        _ signature: Result<RootListSignature, RootListError>,
        _ unknown: [RootListEntry],
        at instant: Instant
    ) -> JSONValue {
        var fields: [String: JSONValue] = [
            "schemaVersion": JSONValue.schemaVersion,
            "at": .string(instant.rfc3339),
            "list": RootSummary.value(of: list, at: instant),
            "rootsWithUnknownProperties": .strings(unknown.map(\.thumbprint.hexadecimal)),
        ]
        switch signature {
        case .success(let signature):
            fields["verified"] = .bool(true)
            fields["signers"] = .array(
                ([signature.signer] + signature.intermediates + [signature.root]).map(signer)
            )
        case .failure(let error):
            fields["verified"] = .bool(false)
            fields["error"] = .string("\(error)")
        }
        return .object(fields)
    }

    private func signer(_ certificate: Certificate) -> JSONValue {
        .object([
            "subject": .string(SubjectText.text(certificate.subject)),
            "sha256": .string(certificate.sha256.hexadecimal),
            "notBefore": .optional(certificate.notBefore.instant?.rfc3339),
            "notAfter": .optional(certificate.notAfter.instant?.rfc3339),
        ])
    }
}
