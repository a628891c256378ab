extension Offer {
    /// The names that the certificate will have: those of the request, with its common name, or those asked about.
    ///
    /// CAs take a common name among the subjectAltNames, where the Baseline Requirements want it (7.1.4.3).
    var names: [GeneralName] {
        guard let request else {
            return references.isEmpty ? [Self.standIn] : references.map(GeneralName.init)
        }
        let asked = request.subjectAlternativeNames.filter { name in
            switch name {
            case .dns, .ip: true
            case .email, .uri, .directory, .other: false
            }
        }
        return asked
            + commonNamesAlone.map { text in
                IPAddress(text).map { .ip($0.octets) } ?? .dns(Array(text.lowercased().utf8))
            }
    }

    /// The request's common names that are hosts or addresses and stand in no subjectAltName.
    var commonNamesAlone: [String] {
        guard let request else { return [] }
        let names = Set(
            request.subjectAlternativeNames.compactMap { name -> String? in
                switch name {
                case .dns: name.text?.lowercased()
                case .ip(let octets): IPAddress(octets: octets)?.canonicalText
                case .email, .uri, .directory, .other: nil
                }
            }
        )
        return request.subject.values(of: AttributeType.commonName).filter {
            HostLikeText.isHostOrAddress($0) && !names.contains(HostLikeText.canonical($0) ?? $0)
                && !names.contains($0.lowercased())
        }
    }

    /// Whether neither a request nor a name was given, so that nothing can be said of names.
    public var isNameless: Bool { request == nil && references.isEmpty }

    /// Stands for a name where none was given; reserved by RFC 2606, 3.
    private static let standIn = GeneralName.dns(Array("mail.example.com".utf8))
}

extension GeneralName {
    /// The name of a certificate that covers a reference exactly.
    init(_ reference: ReferenceIdentifier) {
        self =
            switch reference {
            case .dns(let name): .dns(Array(name.text.utf8))
            case .ip(let address): .ip(address.octets)
            }
    }
}
