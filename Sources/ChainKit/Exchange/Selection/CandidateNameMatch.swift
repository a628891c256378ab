/// How a certificate's names stand to the name that a connector looks for, by Exchange's rule: the common name counts
/// like a name of the subjectAltName, and a wildcard stands for one label.
enum CandidateNameMatch: Sendable, Hashable {
    case exact
    case wildcard(String)
    case none
    /// No name that is known matches, and not all are known.
    case unknown

    init(_ installed: InstalledCertificate, name: String) {
        let reference = DNSName(name)?.labels ?? [name.lowercased()]
        var wildcard: String?
        for text in Self.names(of: installed) {
            let presented = PresentedIdentifier(dns: Array(Self.encoded(text).utf8))
            switch presented.pattern {
            case .exact where presented.labels.elementsEqual(reference, by: { $0 == $1 }):
                self = .exact
                return
            case .wildcard where presented.labels.elementsEqual(reference.dropFirst(), by: { $0 == $1 }):
                wildcard = min(wildcard ?? text, text)
            default: break
            }
        }
        let isComplete = installed.certificate != nil || installed.domains != nil
        self = wildcard.map { .wildcard($0) } ?? (isComplete ? .none : .unknown)
    }

    private static func names(of installed: InstalledCertificate) -> [String] {
        guard let certificate = installed.certificate else {
            return (installed.domains ?? []) + commonNames(installed.subject)
        }
        let alternative: [String] = certificate.subjectAlternativeNames.compactMap { name in
            if case .dns(let octets) = name { String(decoding: octets, as: UTF8.self) } else { nil }
        }
        return alternative + certificate.subject.values(of: AttributeType.commonName)
    }

    private static func commonNames(_ subject: String?) -> [String] {
        let names = subject.flatMap { DotNetName($0) }?.relativeNames.flatMap(\.attributes) ?? []
        return names.filter { AttributeTypeText.key($0.type) == AttributeType.commonName.dotted }.map(\.value)
    }

    /// The name in A-labels where it has others; Exchange may show either.
    private static func encoded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        let host = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        return DNSName(String(host)).map { (text.hasPrefix("*.") ? "*." : "") + $0.text } ?? text
    }
}
