// How certificates, places and ways are named in a text report.
extension TextReport {
    /// Places named one by one.
    static let placesNamed = 10
    /// The longest path that Linux takes.
    private static let pathLimit = 4_096

    func days(of record: AuditRecord) -> String {
        guard let header, let end = record.certificate.notAfter.instant else { return "no end" }
        if let start = record.certificate.notBefore.instant, start > header.time { return "not yet" }
        return end < header.time ? "expired" : "\(header.time.days(until: end)) d"
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

/// Numbers for people.
enum Count {
    /// Digits in groups of three.
    static func text(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// A number and what is counted, `1 file`, `2 files`.
    static func text(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(text(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
