package import ChainKit
import Octets

/// Writes inspections as text for people: the same facts at the same place for every certificate.
package struct InspectionText: InspectionWriter {
    /// Entries of one list that are printed; a hostile certificate can hold 10,000 names.
    private static let listed = 20
    /// Columns of the labels.
    private static let labelWidth = 13

    private var page: TextPage
    private var output: ReportBuffer

    /// Makes a writer.
    package init(style: TextStyle, sink: @escaping ReportSink) {
        page = TextPage(style: style)
        output = ReportBuffer(sink)
    }

    /// Does nothing: text has no beginning.
    package mutating func begin() throws {}

    /// Writes what is inside of a file.
    package mutating func write(_ inspection: Inspection) throws {
        writeHead(of: inspection)
        for element in inspection.certificates {
            page.blank()
            write(element.certificate, number: element.index + 1)
            try pass()
        }
        page.blank()
        try pass()
    }

    /// Hands the rest to the sink.
    package mutating func end() throws { try output.flush() }

    private mutating func pass() throws {
        try output.append(page.text)
        page.removeAll()
    }

    private mutating func writeHead(of inspection: Inspection) {
        let record = inspection.record
        let meaning: TextStyle.Meaning =
            switch inspection.outcome {
            case .ok: .good
            case .skipped: .faint
            case .error: .bad
            }
        page.paragraph(
            page.style.paint(TextPage.show(record.path, upTo: 4_096), .strong)
                + ": \(record.kind.words), \(Count.text(record.certificates, "certificate")), "
                + page.style.paint(inspection.outcome.rawValue, meaning),
            hanging: 2
        )
        for problem in record.problems.prefix(Self.listed) {
            page.paragraph("\(problem.code.rawValue): \(message(problem.message))", indent: 2, hanging: 2)
        }
        let rest = record.problems.count - Self.listed
        if rest > 0 { page.paragraph("and \(Count.text(rest, "more problem"))", indent: 2) }
        for note in record.notes.prefix(Self.listed) {
            page.paragraph("note: \(message(note))", indent: 2, hanging: 2)
        }
        if let algorithm = record.legacyEncryption {
            page.paragraph("under the outdated encryption \(message(algorithm))", indent: 2, hanging: 2)
        }
        let open = record.privateKeys.count { !$0.isEncrypted }
        let locked = record.privateKeys.count - open
        if open > 0 {
            page.paragraph("\(Count.text(open, "private key")) readable without a password", indent: 2)
        }
        if locked > 0 { page.paragraph("\(Count.text(locked, "private key")) under a password", indent: 2) }
    }

    private mutating func write(_ certificate: Certificate, number: Int) {
        page.paragraph(
            "\(number)  " + page.style.paint(TextPage.show(certificate.label, upTo: 64), .strong),
            indent: 2,
            hanging: 3
        )
        field("subject", certificate.subject.isEmpty ? "(empty)" : certificate.subject.rfc4514)
        field("issuer", certificate.issuer.isEmpty ? "(empty)" : certificate.issuer.rfc4514)
        field("serial", certificate.serialNumber.hexadecimal)
        field("version", String(certificate.version))
        field("valid from", text(certificate.notBefore))
        field("valid until", text(certificate.notAfter) + lifetime(of: certificate))
        field("key", certificate.publicKey.name)
        field("signed with", certificate.signatureAlgorithm.name)
        field(
            "key usage",
            certificate.keyUsage.map { $0.names.joined(separator: ", ") } ?? "any (not stated)"
        )
        if let purposes = certificate.extendedKeyUsage {
            list("purposes", purposes.map(\.words))
        } else {
            field("purposes", "any (not stated)")
        }
        field("authority", authority(certificate.basicConstraints))
        list("names", certificate.subjectAlternativeNames.lazy.map(Self.words))
        writeDetails(of: certificate)
        field("thumbprint", certificate.thumbprint.hexadecimal)
        field("sha256", certificate.sha256.hexadecimal)
        field("key sha256", certificate.publicKey.sha256.hexadecimal)
        field("connector", TlsCertificateName(certificate).text, upTo: TlsCertificateName.longest)
        for defect in certificate.encodingDefects.prefix(Self.listed) { field("malformed", defect.text) }
    }

    private static func words(_ name: GeneralName) -> String {
        let words = "\(name.kind) \(name.printed)"
        guard case .dns(let octets) = name, let defect = PreferredNameSyntax.defect(of: octets) else {
            return words
        }
        return "\(words) (no host name: it \(defect.text))"
    }

    private mutating func writeDetails(of certificate: Certificate) {
        if let identifier = certificate.subjectKeyIdentifier {
            field("key id", Hexadecimal.string(identifier))
        }
        if let identifier = certificate.authorityKeyIdentifier {
            field("issuer's id", Hexadecimal.string(identifier))
        }
        list("issuer at", certificate.issuerURLs)
        list("OCSP at", certificate.ocspURLs)
        list("CRL at", certificate.crlURLs)
        list("policies", certificate.policies.map(\.dotted))
        if let constraints = certificate.nameConstraints {
            list("permits", constraints.permitted.map { "\($0.kind) \($0.printed)" })
            list("excludes", constraints.excluded.map { "\($0.kind) \($0.printed)" })
        }
        if certificate.hasSignedCertificateTimestamps { field("CT", "timestamps embedded") }
        list(
            "extensions",
            certificate.extensions.lazy.map { $0.identifier.dotted + ($0.isCritical ? " critical" : "") }
        )
    }

    private mutating func field(_ label: String, _ content: String, upTo limit: Int = TextPage.fieldLimit) {
        page.field(label, TextPage.show(content, upTo: limit), indent: 5, labelWidth: Self.labelWidth)
    }

    /// One field with the first entries of a list and the count of the rest; none where the list is empty.
    private mutating func list(_ label: String, _ entries: some Collection<String>) {
        guard !entries.isEmpty else { return }
        var shown = entries.prefix(Self.listed).map { TextPage.show($0) }
        let rest = entries.count - shown.count
        if rest > 0 { shown.append("and \(Count.text(rest)) more") }
        page.field(label, shown.joined(separator: ", "), indent: 5, labelWidth: Self.labelWidth)
    }

    private func message(_ text: String) -> String { TextPage.show(text, upTo: TextPage.messageLimit) }

    private func text(_ time: ValidityTime) -> String {
        switch time {
        case .instant(let instant): instant.rfc3339
        case .malformed(let reason): "malformed: \(reason)"
        }
    }

    private func lifetime(of certificate: Certificate) -> String {
        guard let start = certificate.notBefore.instant, let end = certificate.notAfter.instant else {
            return ""
        }
        return " (\(Count.text(start.days(until: end), "day")) in all)"
    }

    private func authority(_ constraints: BasicConstraints?) -> String {
        switch constraints {
        case nil: "no (not stated)"
        case .notAuthority: "no"
        case .authority(nil): "yes"
        case .authority(let maximum?):
            "yes, \(Count.text(maximum, "authority", plural: "authorities")) may follow below"
        }
    }
}

/// What is inside a file, not judged.
package struct Inspection: Sendable {
    /// What became of the file, certificates that do not parse or are damaged among its problems.
    package let record: FileRecord
    /// The certificates, with their places in the file from 0.
    package let certificates: [(index: Int, certificate: Certificate)]

    /// What became of the file in one word.
    package var outcome: FileOutcome { FileOutcome(record) }

    /// Parses everything that was read from a file.
    package init(_ content: FileContent) {
        var record = content.record
        var certificates: [(index: Int, certificate: Certificate)] = []
        for encoded in content.certificates {
            do {
                let certificate = try Certificate.salvaged(from: encoded.der)
                certificates.append((encoded.location.index, certificate))
                record.note(damageOf: certificate, at: encoded.location.index)
            } catch {
                record.note(refusal: error, at: encoded.location.index)
            }
        }
        record.certificates = certificates.count
        self.record = record
        self.certificates = certificates
    }
}

/// Is given inspections in the order of the files.
package protocol InspectionWriter {
    /// Called once, before any file.
    mutating func begin() throws
    /// Called for every file.
    mutating func write(_ inspection: Inspection) throws
    /// Called once, after everything.
    mutating func end() throws
}
