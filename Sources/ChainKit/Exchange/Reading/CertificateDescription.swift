/// What .NET's `X509Certificate2.ToString()` says: sections headed by a name in brackets, each line indented.
///
/// CliXML keeps it beside the octets, and formats that keep nothing else of a certificate may keep it. Its dates are in
/// the culture-invariant form `MM/dd/yyyy HH:mm:ss`, in the local time of the machine that wrote them.
struct CertificateDescription: Sendable, Hashable {
    let subject: String?
    let issuer: String?
    let serialNumber: String?
    let thumbprint: String?
    let notBefore: ReportedTime?
    let notAfter: ReportedTime?

    /// Nil for text that is none.
    init?(_ text: String) {
        guard text.contains("[Subject]") else { return nil }
        var sections: [String: [String]] = [:]
        var current: String?
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                current = String(line.dropFirst().dropLast())
            } else if let current, line.hasPrefix(" ") {
                sections[current, default: []].append(String(line).trimmed)
            }
        }
        func first(_ name: String) -> String? { sections[name]?.first }
        subject = sections["Subject"].map { $0.first ?? "" }
        issuer = first("Issuer")
        serialNumber = first("Serial Number")
        thumbprint = first("Thumbprint")
        notBefore = first("Not Before").map { Self.time($0) }
        notAfter = first("Not After").map { Self.time($0) }
    }

    private static func time(_ text: String) -> ReportedTime {
        ReportedTime(text: text, readings: instant(text).map { [$0] } ?? [], hasZone: false)
    }

    private static func instant(_ text: String) -> Instant? {
        let numbers = text.split { !$0.isNumber }.map { Int($0) }
        guard numbers.count == 6, text.count == 19, let month = numbers[0], let day = numbers[1],
            let year = numbers[2], let hour = numbers[3], let minute = numbers[4], let second = numbers[5]
        else { return nil }
        return Instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}
