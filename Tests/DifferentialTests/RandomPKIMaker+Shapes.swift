import TestSupport

/// What is varied in certificates, each by itself.
extension RandomPKIMaker {
    mutating func shapeAuthority(
        _ template: inout CertificateTemplate,
        _ place: String,
        below: Int,
        isRoot: Bool
    ) {
        template.pathLength = random.pick([nil, nil, below, below + 1])
        if random.mutates(0.8) { shapeBasicConstraints(&template, place) }
        if random.mutates(0.6) {
            template.keyUsage = random.pick([nil, [6], [], [0], [5], [0, 5, 6]])
            note("\(place): keyUsage \(template.keyUsage.map { "\($0)" } ?? "absent")")
        }
        if !isRoot && random.happens(0.2) || random.mutates(0.3) {
            let usual = [["serverAuth"], ["serverAuth", "clientAuth"], ["anyExtendedKeyUsage"]]
            let odd = [
                ["clientAuth"], ["emailProtection"], ["OCSPSigning", "anyExtendedKeyUsage"], ["1.2.3.4.9"],
            ]
            template.extendedKeyUsage = random.pick(random.mutates(3) ? odd : usual)
            note("\(place): extKeyUsage \(template.extendedKeyUsage ?? [])")
        }
        if random.happens(0.08) || random.mutates(1) {
            let constraints = RandomNameConstraints.value(&random)
            note("\(place): nameConstraints \(constraints.words)")
            template.extensions.append(
                ForgedExtension("nameConstraints", isCritical: random.happens(0.9), value: constraints.der)
            )
        }
        if random.happens(0.05) || random.mutates(1) { shapePolicies(&template, place, isAuthority: true) }
        if random.mutates(0.2) {
            template.version = random.pick([1, 2])
            note("\(place): version \(template.version)")
        }
    }

    private mutating func shapeBasicConstraints(_ template: inout CertificateTemplate, _ place: String) {
        let kind = random.pick([
            "absent", "no authority", "not critical", "length 0", "length 1", "length -1",
        ])
        note("\(place): basicConstraints \(kind)")
        switch kind {
        case "absent": template.isAuthority = nil
        case "no authority":
            template.isAuthority = false
            template.pathLength = nil
        case "not critical":
            template.isAuthority = nil
            let value = DERWriter.sequence(DERWriter.element(0x01, [0xff]))
            template.extensions.append(ForgedExtension("basicConstraints", value: value))
        case "length 0": template.pathLength = 0
        case "length 1": template.pathLength = 1
        default: template.pathLength = -1
        }
    }

    mutating func shapeLeaf(_ template: inout CertificateTemplate, host: String) {
        template.names = []
        var names = alternativeNames(host)
        if random.mutates(0.3) {
            note("leaf: no subjectAltName")
            names = []
        }
        template.extendedKeyUsage = ["serverAuth"]
        if random.mutates(0.8) {
            template.extendedKeyUsage = random.pick([
                nil, ["clientAuth"], ["anyExtendedKeyUsage"], ["emailProtection"],
                ["serverAuth", "anyExtendedKeyUsage"], ["clientAuth", "serverAuth"],
            ])
            note("leaf: extKeyUsage \(template.extendedKeyUsage ?? ["absent"])")
        }
        if random.mutates(0.8) {
            template.keyUsage = random.pick([
                nil, [6], [5], [], [0], [1], [2], [3], [4], [0, 5], [7], [4, 8],
            ])
            note("leaf: keyUsage \(template.keyUsage.map { "\($0)" } ?? "absent")")
        }
        template.isAuthority = random.pick([nil, nil, false])
        if random.mutates(0.3) {
            template.isAuthority = true
            note("leaf: an authority")
        }
        let isNameless = random.mutates(0.4)
        if isNameless {
            template.subject = []
            note("leaf: no subject")
        } else if random.happens(0.2) {
            template.subject.insert(("O", random.pick(["Org", "Other"])), at: 0)
        }
        if !names.isEmpty {
            let value = DERWriter.sequence(names)
            template.extensions.append(
                ForgedExtension("subjectAltName", isCritical: isNameless, value: value)
            )
        }
        if random.mutates(0.6) { shapePolicies(&template, "leaf", isAuthority: false) }
        if random.mutates(0.2) {
            let constraints = RandomNameConstraints.value(&random)
            note("leaf: nameConstraints \(constraints.words)")
            template.extensions.append(ForgedExtension("nameConstraints", value: constraints.der))
        }
        if random.mutates(0.1) {
            template.version = 1
            note("leaf: version 1")
        }
    }

    private mutating func alternativeNames(_ host: String) -> [UInt8] {
        func dns(_ text: String) -> [UInt8] { DERWriter.element(0x82, Array(text.utf8)) }
        let wildcard = "*." + host.drop { $0 != "." }.dropFirst()
        switch random.below(20) {
        case 0...8: return dns(host)
        case 9...11: return dns(wildcard)
        case 12: return dns(host.uppercased())
        case 13: return dns("x.example.com") + dns(host)
        case 14: return DERWriter.element(0x87, [10, 1, 2, 3]) + dns(host)
        case 15: return dns(host) + DERWriter.element(0x81, Array("x@example.com".utf8))
        case 16: return dns(host) + DERWriter.element(0x86, Array("https://www.example.com/".utf8))
        case 17:
            note("leaf: otherName and registeredID")
            return dns(host) + DERWriter.element(0x88, [0x2a, 0x03])
        case 18:
            note("leaf: no dNSName")
            return DERWriter.element(0x87, [10, 1, 2, 3])
        default:
            let odd = random.pick([
                "*.com", "*", "m*.example.com", "mail.*.com", host + ".", "mail_x.example.com", "." + host,
                "*.*.example.com", "mail.example.com\0.evil.example", " " + host, "",
            ])
            note("leaf: dNSName '\(odd)'")
            return dns(odd)
        }
    }

    private mutating func shapePolicies(
        _ template: inout CertificateTemplate,
        _ place: String,
        isAuthority: Bool
    ) {
        let policies = ["1.2.3.1", "1.2.3.2", "2.5.29.32.0"]
        let held = random.pick([[policies[0]], [policies[1]], [policies[0], policies[1]], [policies[2]]])
        note("\(place): policies \(held)")
        let value = held.flatMap { DERWriter.sequence(DERWriter.identifier($0)) }
        template.extensions.append(
            ForgedExtension(
                "certificatePolicies",
                isCritical: random.happens(0.3),
                value: DERWriter.sequence(value)
            )
        )
        guard isAuthority else { return }
        if random.happens(0.3) {
            let from = random.pick(policies)
            let to = random.pick(policies)
            note("\(place): maps \(from) to \(to)")
            let pair = DERWriter.sequence(DERWriter.identifier(from), DERWriter.identifier(to))
            template.extensions.append(
                ForgedExtension("policyMappings", isCritical: true, value: DERWriter.sequence(pair))
            )
        }
        if random.happens(0.4) {
            let tag: UInt8 = random.pick([0x80, 0x81])
            let count = UInt8(random.below(3))
            note("\(place): policyConstraints \(tag == 0x80 ? "explicit" : "no mapping") after \(count)")
            let value = DERWriter.sequence(DERWriter.element(tag, [count]))
            template.extensions.append(ForgedExtension("policyConstraints", isCritical: true, value: value))
        }
        if random.happens(0.3) {
            let count = random.below(3)
            note("\(place): inhibitAnyPolicy after \(count)")
            let value = DERWriter.integer(count)
            template.extensions.append(ForgedExtension("inhibitAnyPolicy", isCritical: true, value: value))
        }
    }

    /// What may be odd in any certificate.
    mutating func shapeAnything(_ template: inout CertificateTemplate, _ place: String) {
        if random.mutates(0.3) {
            template.notAfter = "20260501000000Z"
            note("\(place): expired")
        } else if random.mutates(0.2) {
            template.notBefore = "20260701000000Z"
            note("\(place): not yet valid")
        } else if random.mutates(0.2) {
            template.notAfter = "20260601000000Z"
            note("\(place): ends at this instant")
        }
        if random.mutates(0.3) {
            let unknown = ForgedExtension("1.2.3.4.5", isCritical: true, value: [0x05, 0x00])
            template.extensions.append(unknown)
            note("\(place): unknown critical extension")
        }
        if random.mutates(0.2) {
            template.hash = random.pick([.sha1, .sha384, .sha512])
            note("\(place): \(template.hash)")
        }
        if random.mutates(0.2) {
            template.hasSubjectKeyIdentifier = false
            note("\(place): no subjectKeyIdentifier")
        }
        if random.mutates(0.5), template.hasAuthorityKeyIdentifier {
            template.hasAuthorityKeyIdentifier = false
            if random.happens(0.5) {
                let value = DERWriter.sequence(DERWriter.element(0x80, Array("lies".utf8)))
                template.extensions.append(ForgedExtension("authorityKeyIdentifier", value: value))
            }
            note("\(place): authorityKeyIdentifier absent or wrong")
        }
        if random.mutates(0.15), let first = template.extensions.first {
            template.extensions.append(first)
            note("\(place): an extension twice")
        }
        if random.mutates(0.2) {
            template.serial = random.pick([[0], [0x80], [UInt8](repeating: 0x11, count: 24)])
            note("\(place): odd serial number")
        }
        if random.mutates(0.2) {
            template.issuer = [("O", "Org"), ("CN", "Nobody")]
            note("\(place): names an issuer that is not here")
        }
    }
}
