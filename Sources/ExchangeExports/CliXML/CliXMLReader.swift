/// Reads what `Export-Clixml` wrote (MS-PSRP, 2.2.5), in one pass, in time that grows with the file and nothing else.
package struct CliXMLReader: Sendable {
    private let limits: ExportLimits

    /// Makes a reader that keeps to limits.
    package init(limits: ExportLimits = ExportLimits()) { self.limits = limits }

    /// Reads one file's octets.
    ///
    /// Never fails: what is whole is among the objects even where the file is cut off, and XML of another kind has no
    /// format. Octets of `SerializationData` stay octets: `SerializedExchangeCertificate` reads them.
    package func read(_ octets: [UInt8], path: String) -> ExportContent {
        var content = ExportContent(format: .clixml)
        let start = ExportPlace(path: path, line: 1)
        guard octets.count <= limits.octets else {
            content.problems = [ExportProblem(start, "larger than the limit of \(limits.octets) octets")]
            return content
        }
        let encoding = XMLEncoding(of: octets)
        let builder = CliXMLBuilder(path: path, limits: limits)
        guard let parser = ExpatParser(encoding: encoding.name, events: builder) else {
            content.problems = [ExportProblem(start, "no memory for a parser")]
            return content
        }
        let failure = parser.parse(octets[encoding.markLength...])
        let assembly = builder.assembly
        content.objects = assembly.output.objects
        content.problems = assembly.output.problems
        if let failure {
            let place = ExportPlace(path: path, line: failure.line)
            content.problems.append(ExportProblem(place, failure.reason(lost: assembly.openLine)))
        }
        if let root = builder.foreignRoot {
            content.format = nil
            content.problems.append(ExportProblem(start, "the outermost element is <\(root)> and not <Objs>"))
        }
        return content
    }
}
