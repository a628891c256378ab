/// How a written issuer or subject stands to the one of a certificate.
struct NamePartComparison {
    /// Whether both are the same name, however written.
    let isSame: Bool
    /// How the writing differs; empty where the octets are the same or the names are not.
    let differences: [TlsCertificateNameDifference]
    /// The relative names that differ.
    let lines: [TlsCertificateNameDifferenceLine]

    init(_ part: TlsCertificateNameDifferenceLine.Part, written: String, actual: String) {
        if written.utf8.elementsEqual(actual.utf8) {
            (isSame, differences, lines) = (true, [], [])
            return
        }
        let dialects: [DotNetNameReader.Dialect] = [.dotNet, .escaped, .slashes]
        let readings = dialects.compactMap { dialect in
            DotNetName(written, dialect: dialect).map { (dialect, $0) }
        }
        guard let actualName = DotNetName(actual), let first = readings.first?.1 else {
            isSame = written.withoutBlanks.lowercased() == actual.withoutBlanks.lowercased()
            differences = isSame ? [.spacing] : []
            lines = []
            return
        }
        for (dialect, name) in readings {
            guard let comparison = ComparableWriting(name, dialect, text: written).compare(to: actualName)
            else { continue }
            isSame = true
            differences = comparison
            lines = TlsCertificateNameDifferenceLine.lines(part, written: name, actual: actualName)
            return
        }
        isSame = false
        differences = []
        lines = TlsCertificateNameDifferenceLine.lines(part, written: first, actual: actualName)
    }
}
