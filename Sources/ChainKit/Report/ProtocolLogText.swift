/// Writes what a protocol log holds, for people.
enum ProtocolLogText {
    /// Certificates and failures of one log that are shown; JSON has all.
    private static let listed = 25

    static func write(_ log: ProtocolLog, to page: inout TextPage) {
        let name =
            switch log.service {
            case .smtpSend: "SMTP Send protocol log"
            case .smtpReceive: "SMTP Receive protocol log"
            case nil: "SMTP protocol log"
            }
        let counts = "\(Count.text(log.rows, "row")), \(Count.text(log.sessions, "session")) begun"
        page.paragraph(page.style.paint(name, .strong) + ": " + counts)
        if log.linesNotUnderstood > 0 {
            page.paragraph("\(Count.text(log.linesNotUnderstood, "line")) not understood", indent: 2)
        }
        write(log.certificates.filter { $0.direction == .sent }, "sent by this server", to: &page)
        write(
            log.certificates.filter { $0.direction == .received },
            "received from the other side",
            to: &page
        )
        write(
            log.certificates.filter { $0.direction == .unstated },
            "presented, by which side the text does not tell",
            to: &page
        )
        if log.certificates.isEmpty { page.paragraph("no certificate in it", indent: 2) }
        writeFailures(log, to: &page)
    }

    private static func write(
        _ certificates: [ProtocolLog.PresentedCertificate],
        _ heading: String,
        to page: inout TextPage
    ) {
        guard !certificates.isEmpty else { return }
        page.blank()
        page.paragraph(page.style.paint("certificates \(heading)", .strong))
        for certificate in certificates.prefix(listed) {
            let connector = certificate.connector ?? "(connector not in the text)"
            page.paragraph(TextPage.show(connector), indent: 2)
            field("subject", certificate.subject, to: &page)
            field("issuer", certificate.issuer, to: &page)
            field("serial", certificate.serialNumber, to: &page)
            field("thumbprint", certificate.thumbprint, to: &page)
            let names = certificate.alternativeNames.prefix(10).joined(separator: ", ")
            field("names", names.isEmpty ? nil : names, to: &page)
            field(
                "seen",
                Count.text(certificate.count, "time") + period(certificate.first, certificate.last),
                to: &page
            )
        }
        rest(certificates.count, to: &page)
    }

    private static func writeFailures(_ log: ProtocolLog, to page: inout TextPage) {
        guard !log.failures.isEmpty else { return }
        page.blank()
        page.paragraph(page.style.paint("errors in it", .strong))
        for failure in log.failures.prefix(listed) {
            page.paragraph(TextPage.show(failure.text, upTo: 600), indent: 2, hanging: 2)
            field("connector", failure.connector, to: &page)
            field("certificate", failure.thumbprint, to: &page)
            let last = [
                failure.remoteEndpoint.map { "remote \($0)" }, failure.session.map { "session \($0)" },
            ].compactMap { $0 }.joined(separator: ", ")
            let seen = Count.text(failure.count, "time") + period(failure.first, failure.last)
            field("seen", last.isEmpty ? seen : "\(seen); the last with \(last)", to: &page)
        }
        rest(log.failures.count, to: &page)
    }

    private static func field(_ label: String, _ content: String?, to page: inout TextPage) {
        guard let content else { return }
        page.field(label, TextPage.show(content, upTo: 1_100), indent: 4, labelWidth: 13)
    }

    private static func period(_ first: Instant?, _ last: Instant?) -> String {
        guard let first, let last else { return "" }
        return first == last ? ", \(first.rfc3339)" : ", from \(first.rfc3339) to \(last.rfc3339)"
    }

    private static func rest(_ count: Int, to page: inout TextPage) {
        guard count > listed else { return }
        page.paragraph("and \(Count.text(count - listed)) more; --format json has all", indent: 2)
    }
}
