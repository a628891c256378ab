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
