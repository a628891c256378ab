package import ChainKit
import Octets

/// Writes an audit as text for people: the answer first, then a line a certificate, the causes, the files.
///
/// The answer is known only at the end, so everything is kept until then, and no more of it than is printed.
package struct TextReport: AuditObserver {
    /// What to print.
    package struct Options: Sendable {
        /// Whether every way that was tried is shown with what is wrong with it.
        package var explains = false
        /// Whether only the answer is printed.
        package var isQuiet = false
        /// The exit code that goes with a summary, nil to leave it out.
        package var exitCode: (@Sendable (AuditSummary) -> Int)?

        /// Everything but the explanations.
        package init() {}
    }

    let options: Options
    let toolVersion: String
    private var output: ReportBuffer
    private(set) var header: AuditHeader?
    private(set) var records = RankedRecords()
    private(set) var files = FileTally()
    /// The first file of each public key whose private key may lie open, so that the two can be matched.
    private(set) var keyHolders: [SHA256Digest: SourceLocation] = [:]
    /// Which certificates cover each name asked about.
    private(set) var coverage = CoverageTally()
    private var page: TextPage

    /// Makes a writer.
    package init(
        toolVersion: String,
        style: TextStyle,
        options: Options = Options(),
        sink: @escaping ReportSink
    ) {
        self.toolVersion = toolVersion
        self.options = options
        page = TextPage(style: style)
        output = ReportBuffer(sink)
    }

    /// Keeps the header.
    package mutating func begin(_ header: AuditHeader) throws { self.header = header }

    /// Keeps what is told of the file.
    package mutating func file(_ record: FileRecord) throws { files.add(record) }

    /// Keeps what is told of the certificate.
    package mutating func certificate(_ record: AuditRecord) throws {
        records.add(record)
        coverage.add(record)
        // What is judged has a finding where its key lies open; of a million others nothing need be kept.
        let mayBeExposed =
            record.verdict == nil || record.findings.contains { Self.exposedKeyRules.contains($0.rule) }
        if mayBeExposed, let source = record.sources.first,
            keyHolders[record.certificate.publicKey.sha256] == nil
        {
            keyHolders[record.certificate.publicKey.sha256] = source
        }
    }

    /// Prints everything.
    package mutating func end(_ summary: AuditSummary) throws {
        writeNotOpened(summary, to: &page)
        writeSignatureWarning(to: &page)
        if options.isQuiet {
            writeShortAnswer(summary, to: &page)
        } else {
            writeHeader(summary, to: &page)
            writeAnswer(summary, to: &page)
            try pass()
            writeRows(summary, to: &page)
            writeCoverage(to: &page)
            try pass()
            writeCauses(summary, to: &page)
            try pass()
            writeFiles(to: &page)
            writeInventory(summary, to: &page)
            writeClosing(summary, to: &page)
        }
        try pass()
        try output.flush()
    }

    private mutating func pass() throws {
        try output.append(page.text)
        page.removeAll()
    }
}

// The bottom: what could not be known, and what it all amounts to.
extension TextReport {
    func writeClosing(_ summary: AuditSummary, to page: inout TextPage) {
        let limits = header?.limits ?? []
        page.paragraph(page.style.paint(limits.joined(separator: "; "), .faint), hanging: 2)
        page.paragraph(counts(summary).joined(separator: ", "), hanging: 2)
        if areSignaturesLeftOut {
            let warning = "SIGNATURES NOT CHECKED: undetermined ones may be eligible or forged"
            page.paragraph(page.style.paint(warning, .bad), hanging: 2)
        }
        if summary.isInterrupted {
            let warning = "INTERRUPTED: this is what was audited until then, and not everything"
            page.paragraph(page.style.paint(warning, .bad), hanging: 2)
        }
        guard let code = options.exitCode?(summary) else { return }
        page.paragraph("exit \(code): \(summary.counts.meaning(ofExitCode: code))", hanging: 2)
    }

    private func counts(_ summary: AuditSummary) -> [String] {
        var parts = [
            "\(Count.text(summary.judged, "certificate")) judged",
            "\(Count.text(summary.count(.eligible))) eligible",
            "\(Count.text(summary.count(.eligibleWithWarnings))) with warnings",
            "\(Count.text(summary.count(.ineligible))) not eligible",
        ]
        if summary.count(.undetermined) > 0 {
            parts.append("\(Count.text(summary.count(.undetermined))) undetermined")
        }
        parts.append("\(Count.text(summary.authorities)) of authorities")
        if summary.otherPurposes > 0 {
            parts.append("\(Count.text(summary.otherPurposes)) for other purposes")
        }
        if summary.duplicates > 0 {
            parts.append(Count.text(summary.duplicates, "further copy", plural: "further copies"))
        }
        parts.append("\(Count.text(summary.files, "file")) found")
        if summary.filesWithErrors > 0 {
            parts.append("\(Count.text(summary.filesWithErrors)) not wholly read")
        }
        if summary.hiddenLeftOut > 0 { parts.append("\(Count.text(summary.hiddenLeftOut)) hidden left out") }
        if summary.excludedLeftOut > 0 {
            parts.append("\(Count.text(summary.excludedLeftOut)) left out by --include and --exclude")
        }
        return parts
    }
}

// Where several names were asked about: which certificate covers which.
extension TextReport {
    func writeCoverage(to page: inout TextPage) {
        guard !coverage.names.isEmpty else { return }
        page.blank()
        for name in coverage.names {
            let certificates = name.shown.map { item in
                place(item.sources) + (item.wildcard.map { " (\(TextPage.show($0)))" } ?? "")
            }
            let text = name.count == 0 ? "nothing that may be bound" : list(certificates, of: name.count)
            let mark = page.style.paint("NAME", name.count == 0 ? .bad : .good)
            page.paragraph("\(mark)     \(name.reference.text): \(text)", hanging: 9)
        }
    }
}

// How certificates, places and ways are named in a text report.
extension TextReport {
    /// Places named one by one.
    static let placesNamed = 10
    /// The longest path that Linux takes.
    private static let pathLimit = 4_096
    static let exposedKeyRules = RuleRegistry.ids(with: .meansKeyExposed)

    func days(of record: AuditRecord) -> String {
        guard let header, let end = record.certificate.notAfter.instant else { return "no end" }
        if let start = record.certificate.notBefore.instant, start > header.time { return "not yet" }
        if end < header.time { return "expired" }
        return Recommendation.isShort(from: header.time, until: end)
            ? "\(Self.hours(from: header.time, until: end)) h" : "\(header.time.days(until: end)) d"
    }

    /// Whole hours from one instant to a later one.
    private static func hours(from start: Instant, until end: Instant) -> Int64 {
        max(0, (end.seconds - start.seconds) / 3_600)
    }

    /// An end with what is left until then: within two days with its time of day.
    func validUntil(_ end: Instant) -> String {
        guard let header else { return end.date }
        guard header.time.days(until: end) < 2, end >= header.time else {
            return "\(end.date), \(Count.text(header.time.days(until: end), "day")) left"
        }
        let hours = Self.hours(from: header.time, until: end)
        let left = hours == 0 ? "less than 1 hour" : Count.text(Int(hours), "hour")
        return "\(end.timeOfDay) on \(end.date), \(left) left"
    }

    /// When something ends within 24 hours, and because of what: `ENDS at 14:30 UTC on 2026-11-23, 5 hours left`.
    func endWords(_ end: TrustEnd) -> String { "ENDS at \(validUntil(end.time))\(endCause(end))" }

    private func endCause(_ end: TrustEnd) -> String {
        let label = label(end.certificate)
        if end.isDisabling { return ", when Microsoft disables the root \"\(label)\"" }
        return end.certificate.isAuthority ? ", with its issuer \"\(label)\"" : ""
    }

    /// What is said of a certificate that may be bound and ends within 24 hours.
    static let shortLivedAdvice =
        "No usable certificate here lasts for more than 24 hours. Get a new one now; bind this one only until it comes."

    /// What is said of such a certificate where another one lasts.
    func passedOverWords(_ other: Recommendation.PassedOver) -> String {
        let end = validUntil(other.end.time) + endCause(other.end)
        return "\(place(other.sources)) is usable, too, but ends at \(end)"
    }

    /// The file as text; where one folder was given, without that folder, which the header names.
    func path(_ path: String) -> String {
        guard let header, header.inputs.count == 1, let folder = header.inputs.first else {
            return TextPage.show(path, upTo: Self.pathLimit)
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let isInside = path.utf8.starts(with: prefix.utf8) && path.utf8.count > prefix.utf8.count
        return TextPage.show(
            isInside ? String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : path,
            upTo: Self.pathLimit
        )
    }

    func label(_ certificate: Certificate) -> String { TextPage.show(certificate.label, upTo: 64) }

    /// The first file, and how many more hold the certificate.
    func place(_ sources: [SourceLocation]) -> String {
        guard let first = sources.first else { return "(no file)" }
        let others = Set(sources.map(\.path)).count - 1
        let path = path(first.path)
        return others > 0 ? "\(path) (+\(others) more)" : path
    }

    /// The other files that hold the certificate, nil where there is none.
    func otherPlaces(_ sources: [SourceLocation]) -> String? {
        var seen: Set<String> = sources.first.map { [$0.path] } ?? []
        let others = sources.map(\.path).filter { seen.insert($0).inserted }
        return others.isEmpty ? nil : list(others.prefix(Self.placesNamed).map(path), of: others.count)
    }

    /// Texts fit to print in one line, and a count of those that are left out.
    func list(_ shown: [String], of count: Int) -> String {
        let rest = count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(Count.text(rest)) more" : "")
    }

    func way(_ path: CertificationPath) -> String {
        let names = path.certificates.map { label($0) }
        guard let anchor = path.anchor else { return (names + ["?"]).joined(separator: " > ") }
        let by =
            switch anchor.terms {
            case .microsoft: " (in Microsoft's list)"
            case .unrestricted: " (your anchor)"
            }
        return names.joined(separator: " > ") + by
    }

    func origin(_ origin: AuditRecord.Origin) -> String {
        switch origin {
        case .file(let location): "in \(path(location.path))"
        case .outside(let outside): "in \(path(outside)), outside what was audited"
        case .anchors: "in the list of anchors"
        }
    }
}
