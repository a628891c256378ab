// What an inventory of Exchange adds: where a certificate is installed, and what else could be exported.
extension TextReport {
    /// Servers and certificates named one by one.
    private static let named = 20

    /// The servers that have a certificate; nil without an inventory.
    func installed(_ record: AuditRecord) -> String? {
        guard header?.installedCertificates != nil else { return nil }
        guard !record.installations.isEmpty else { return "on no server of the inventory" }
        let servers = record.installations.prefix(Self.named).map { TextPage.show($0.words) }
        return list(servers, of: record.installations.count)
    }

    func writeInventory(_ summary: AuditSummary, to page: inout TextPage) {
        guard let inventory = summary.inventory else { return }
        page.paragraph(
            "inventory: \(Count.text(inventory.installed, "certificate")) of \(Count.text(inventory.servers, "server"))",
            hanging: 2
        )
        if !inventory.withoutOctets.isEmpty {
            let names = inventory.withoutOctets.prefix(Self.named).map { TextPage.show($0.thumbprint) }
            page.paragraph(
                "not judged, as no file has their octets: \(list(names, of: inventory.withoutOctets.count))",
                indent: 2,
                hanging: 2
            )
        }
        let hybrid = inventory.predictions.filter { $0.isHybrid == true }
        for prediction in hybrid.prefix(Self.named) {
            let server = prediction.server.map { " on \(TextPage.show($0))" } ?? ""
            let direction = prediction.role == .client ? "sends with" : "presents"
            let presented =
                prediction.thumbprint.map { TextPage.show($0) }
                ?? "nothing that is known: \(TextPage.show(prediction.reason ?? ""))"
            page.paragraph(
                "Exchange will take: \(TextPage.show(prediction.connector))\(server) \(direction) \(presented), by "
                    + "Exchange Online \(prediction.acceptance) (\(prediction.certainty.rawValue))",
                indent: 2,
                hanging: 2
            )
        }
        if hybrid.count > Self.named {
            page.paragraph("and \(Count.text(hybrid.count - Self.named, "connector")) more", indent: 2)
        }
        if !inventory.predictions.isEmpty {
            page.paragraph("chaincheck exchange says why, and what to type", indent: 2)
        }
        for export in inventory.missing {
            page.paragraph(
                "not exported: \(TextPage.show(export.what)); unknown without it: \(TextPage.show(export.consequence))",
                indent: 2,
                hanging: 2
            )
            let shell = export.isOnline ? "    # Exchange Online" : ""
            page.verbatim("    \(TextPage.show(export.command, upTo: TextPage.messageLimit))\(shell)")
        }
        page.blank()
    }
}
