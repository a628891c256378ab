// What to type, with no command that would do more than is wanted: no switch that suppresses the question about the
// default certificate, and no command that claims to take SMTP from a certificate, which Exchange cannot do.
extension TextReport {
    func writeSteps(_ answer: Recommendation, to page: inout TextPage) {
        let thumbprint = answer.certificate.thumbprint.hexadecimal
        writeNamesakes(answer, to: &page)
        if !answer.intermediates.isEmpty {
            page.paragraph(
                "install with it, into LocalMachine\\CA of every transport server (Exchange Online fetches nothing):",
                indent: 2,
                hanging: 2
            )
            for intermediate in answer.intermediates {
                page.paragraph(
                    "\(label(intermediate.certificate)), \(origin(intermediate.origin))",
                    indent: 4,
                    hanging: 2
                )
            }
        }
        page.paragraph(
            "then, once it is imported with its private key, on every transport server:",
            indent: 2,
            hanging: 2
        )
        page.verbatim("    Enable-ExchangeCertificate -Thumbprint \(thumbprint) -Services SMTP")
        page.paragraph(
            "answer No when asked to overwrite the default certificate; the services it has stay",
            indent: 6
        )
        page.paragraph("\(pinningLead(answer)) (they need RequireTLS):", indent: 2, hanging: 2)
        page.verbatim("    $c = Get-ExchangeCertificate -Thumbprint \(thumbprint)")
        page.verbatim("    $n = \"<I>$($c.Issuer)<S>$($c.Subject)\"")
        page.verbatim("    Set-SendConnector \"<name>\" -TlsCertificateName $n")
        page.verbatim(
            "    Set-ReceiveConnector \"<server>\\Default Frontend <server>\" -TlsCertificateName $n"
        )
        // A comment, so that the whole block can be pasted; whole, because a name is compared as a whole.
        page.verbatim(
            "    # $n is now \(TextPage.show(answer.tlsCertificateName.text, upTo: TlsCertificateName.longest))"
        )
    }
}
