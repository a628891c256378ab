import ChainKit
import Reports

/// One root's facts and terms in words.
struct RootTerms {
    let entry: RootListEntry
    let certificate: Certificate?
    let instant: Instant

    private static let labelWidth = 14

    func text(_ style: TextStyle) -> String {
        var lines = TextLayout.wrap(RootNames.line(for: entry, certificate), width: style.width)
            .map { style.paint($0, .strong) }
        for (label, value) in facts + terms {
            let line = "  " + TextLayout.cell(label, width: Self.labelWidth) + PrintableText.escape(value)
            lines += TextLayout.wrap(line, width: style.width, indent: Self.labelWidth + 2)
        }
        lines += ["", "A certificate issued on \(instant.date) (a renewal) would meet:"]
        for purpose in RootPurpose.allCases {
            let verdict = entry.verdict(
                on: certificate,
                for: purpose.keyPurpose,
                leafNotBefore: instant,
                at: instant
            )
            let state = RootState(verdict)
            let line =
                "  \(TextLayout.cell(purpose.heading, width: 7))\(TextLayout.cell(state.word, width: 6))"
            let wrapped = TextLayout.wrap(line + " " + verdict.reason, width: style.width, indent: 16)
            lines += wrapped.map { $0.hasPrefix(line) ? paint(state, in: line, $0, style) : $0 }
        }
        if let older = olderCertificates { lines += [""] + TextLayout.wrap(older, width: style.width) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func paint(_ state: RootState, in head: String, _ line: String, _ style: TextStyle) -> String {
        let label = head.prefix(9)
        let word = head.dropFirst(9)
        return label + style.paint(String(word), state.meaning) + line.dropFirst(head.count)
    }

    private var facts: [(String, String)] {
        var facts = [
            ("SHA-1", entry.thumbprint.hexadecimal), ("SHA-256", entry.sha256?.hexadecimal ?? "not given"),
        ]
        facts.append(("friendly name", entry.displayName ?? "none"))
        guard let certificate else {
            return facts + [("certificate", "not available: give it with --anchors-dir")]
        }
        facts.append(("subject", SubjectText.text(certificate.subject)))
        let isOver = certificate.notAfter.instant.map { $0 < instant } ?? false
        facts.append(
            (
                "valid",
                "\(day(certificate.notBefore)) to \(day(certificate.notAfter))" + (isOver ? " (expired)" : "")
            )
        )
        facts.append(
            ("key", "\(certificate.publicKey.name), signed with \(certificate.signatureAlgorithm.name)")
        )
        if let own = certificate.extendedKeyUsage { facts.append(("own key usage", list(own))) }
        return facts
    }

    private var terms: [(String, String)] {
        var terms = [("listed for", entry.purposes.map(list) ?? "every purpose")]
        switch entry.disabled {
        case .absent: break
        case .withdrawn: terms.append(("disabled", "was, and has been taken back"))
        case .from(let date):
            terms.append(("disabled", "from \(date.date) on nothing that chains to it is trusted"))
        }
        let scope = entry.notBeforePurposes.map(list)
        switch entry.notBefore {
        case .absent:
            if let scope { terms.append(("not before", "never for \(scope): a scope without a date")) }
        case .withdrawn: terms.append(("not before", "was restricted by issue date, and has been taken back"))
        case .from(let date):
            terms.append(
                (
                    "not before",
                    "what it issues from \(date.date) on is not trusted for \(scope ?? "any purpose")"
                )
            )
        }
        if let disallowed = entry.disallowedPurposes {
            terms.append(("disallowed", "\(list(disallowed)), at any date"))
        }
        if let policies = entry.policies {
            terms.append(("EV policies", policies.map(\.identifier.dotted).joined(separator: ", ")))
        }
        if let policies = entry.chainPolicies {
            terms.append(("path policies", policies.map(\.dotted).joined(separator: ", ")))
        }
        for property in entry.unknownProperties {
            let effect =
                property.mayRestrict
                ? "not understood, so the root is not trusted" : "without effect on trust"
            terms.append(("property", "\(property.identifier.dotted): \(effect)"))
        }
        return terms
    }

    /// A line about what was issued before the NotBefore date, where that differs from a renewal.
    private var olderCertificates: String? {
        guard let date = entry.notBefore.instant else { return nil }
        let before = Instant(seconds: date.seconds - 1)
        let kept = RootPurpose.allCases.filter { purpose in
            let verdict = entry.verdict(
                on: certificate,
                for: purpose.keyPurpose,
                leafNotBefore: before,
                at: instant
            )
            return verdict.notes.contains(.renewalWouldBeRejected(since: date))
        }
        guard !kept.isEmpty else { return nil }
        return "What was issued before \(date.date) stays trusted for "
            + kept.map(\.keyPurpose.words).joined(separator: ", ") + "."
    }

    private func list(_ purposes: [KeyPurpose]) -> String {
        purposes.isEmpty ? "nothing" : purposes.map(\.words).joined(separator: ", ")
    }

    private func day(_ time: ValidityTime) -> String { time.instant?.date ?? "(malformed)" }
}
