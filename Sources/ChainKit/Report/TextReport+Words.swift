// How certificates, places and ways are named in a text report.
extension TextReport {
    /// Places named one by one.
    static let placesNamed = 10
    /// The longest path that Linux takes.
    private static let pathLimit = 4_096

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
