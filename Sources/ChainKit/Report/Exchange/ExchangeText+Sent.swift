// What protocol logs say was really sent, beside what was predicted.
extension ExchangeText {
    func writeSent(_ sent: [SentCertificate], to page: inout TextPage) {
        guard !sent.isEmpty else { return }
        page.paragraph(style.paint("REALLY SENT", .strong) + ", by the protocol logs")
        for certificate in sent {
            let (words, meaning) = Self.words(certificate.agreement)
            let connector = TextPage.show(
                certificate.certificate.connector ?? "a connector that the log does not name"
            )
            let thumbprint = certificate.certificate.thumbprint.map { TextPage.show($0) } ?? "no thumbprint"
            let subject = certificate.certificate.subject.map { TextPage.show($0) + ", " } ?? ""
            let last = certificate.certificate.last.map { ", last on \($0.rfc3339)" } ?? ""
            page.paragraph(
                "\(connector): \(subject)\(thumbprint), \(Count.text(certificate.certificate.count, "time"))\(last): "
                    + style.paint(words, meaning),
                indent: 2,
                hanging: 2
            )
        }
        page.blank()
    }

    private static func words(_ agreement: SentCertificate.Agreement) -> (String, TextStyle.Meaning) {
        switch agreement {
        case .agrees: ("as predicted", .good)
        case .settles: ("one of those that the exports leave open", .good)
        case .differs:
            (
                "not as predicted: the exports are of another day, or Exchange decides otherwise than is published",
                .bad
            )
        case .notComparable: ("nothing to compare it with", .faint)
        }
    }
}

extension JSONText {
    /// One certificate that a log says was sent.
    mutating func sent(_ sent: SentCertificate) {
        object { json in
            json.member("path", sent.path)
            json.member("connector", sent.certificate.connector)
            json.member("thumbprint", sent.certificate.thumbprint)
            json.member("subject", sent.certificate.subject)
            json.member("issuer", sent.certificate.issuer)
            json.member("first", sent.certificate.first?.rfc3339)
            json.member("last", sent.certificate.last?.rfc3339)
            json.member("count", sent.certificate.count)
            json.member("agreement", sent.agreement.rawValue)
        }
    }
}
