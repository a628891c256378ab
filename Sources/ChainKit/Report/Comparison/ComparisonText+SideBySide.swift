// What both certificates have, beside each other.
extension ComparisonText {
    func writeNames(_ names: ComparedNames, to page: inout TextPage) {
        page.paragraph(style.paint("NAMES", .strong))
        for (label, list) in [
            ("lost", names.lost), ("gained", names.gained), ("by wildcard", names.coveredByWildcard),
            ("kept", names.kept),
        ] where !list.isEmpty {
            let shown = list.prefix(Self.namesShown).map { TextPage.show($0) }.joined(separator: ", ")
            let rest = list.count - min(list.count, Self.namesShown)
            page.field(label, shown + (rest > 0 ? " and \(Count.text(rest)) more" : ""), labelWidth: 13)
        }
        page.blank()
    }

    func writeAspects(_ aspects: [ComparedAspect], to page: inout TextPage) {
        page.paragraph(style.paint("SIDE BY SIDE", .strong))
        for aspect in aspects {
            let label = aspect.kind.words
            let lead = aspect.isSame ? "  = " : style.paint("  ! ", .warning)
            let padded = lead + style.paint(DisplayWidth.pad(label, to: Self.labelWidth), .faint)
            let (old, new) = (show(aspect.old), show(aspect.new))
            page.wrap(old, after: padded, hanging: 4 + Self.labelWidth)
            guard !aspect.isSame else { continue }
            page.wrap(
                new == old ? new + ", another one" : new,
                after: String(repeating: " ", count: 1 + Self.labelWidth) + "-> ",
                hanging: 4 + Self.labelWidth
            )
        }
        page.blank()
    }

    private func show(_ text: String) -> String {
        text.isEmpty ? "(empty)" : TextPage.show(text, upTo: TextPage.messageLimit)
    }

    private static let labelWidth = 21
    private static let namesShown = 50
}

extension ComparedAspect.Kind {
    /// What is compared, as a label.
    fileprivate var words: String {
        switch self {
        case .tlsCertificateName: "TlsCertificateName"
        case .extendedKeyUsage: "extended key usage"
        case .signatureAlgorithm: "signature"
        case .keyUsage: "key usage"
        case .verdict, .score, .subject, .issuer, .key, .validity, .lifetime, .path, .root: rawValue
        }
    }
}
