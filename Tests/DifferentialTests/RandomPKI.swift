import TestSupport

/// A leaf, what may stand above it, and the question: good in most parts, wrong in a few, at random.
///
/// The same seed and number give the same structure; keys and signatures are new in every process.
struct RandomPKI {
    let seed: UInt64
    let number: Int
    let leaf: [UInt8]
    /// In any order, with certificates that lead nowhere.
    let intermediates: [[UInt8]]
    let roots: [[UInt8]]
    let host: String
    let purpose: OpenSSLVerifier.Purpose
    /// What was made unusual, in the order in which it was made.
    let traits: [String]

    /// The instant at which all are judged: 2026-06-01T00:00:00Z.
    static let time = 1_780_272_000

    init(seed: UInt64, number: Int) {
        var maker = RandomPKIMaker(seed: seed &* 1_000_003 &+ UInt64(number))
        maker.make()
        self.seed = seed
        self.number = number
        leaf = maker.leaf
        intermediates = maker.intermediates
        roots = maker.roots
        host = maker.host
        purpose = maker.purpose
        traits = maker.traits
    }
}

/// Puts a chain of random length together, with cross-signs, rings and namesakes beside it.
struct RandomPKIMaker {
    var random: RandomChoice
    var traits: [String] = []
    private(set) var leaf: [UInt8] = []
    private(set) var intermediates: [[UInt8]] = []
    private(set) var roots: [[UInt8]] = []
    private(set) var host = ""
    private(set) var purpose = OpenSSLVerifier.Purpose.server

    private var freeKeys: [Int]
    private var serial = 1_000

    init(seed: UInt64) {
        random = RandomChoice(seed: seed)
        freeKeys = Array(0..<Self.keys)
        random.shuffle(&freeKeys)
    }

    private static let keys = 16

    mutating func make() {
        let depth = random.pick([0, 1, 1, 2, 2, 3, 4])
        let root = authority("Root", issuer: nil, below: depth)
        roots = [encoded(root, "root")]
        var issuer = root
        var certificates: [[UInt8]] = []
        for level in stride(from: depth, to: 0, by: -1) {
            let name = authorityName(level: level, above: issuer)
            var next = authority(name, issuer: issuer, below: level - 1)
            certificates.append(encoded(next, "CA\(level)"))
            if random.mutates(2) || random.happens(0.06) {
                next = addRelative(of: next, issuer: issuer, below: level - 1, to: &certificates)
            }
            issuer = next
        }
        makeLeaf(issuer)
        if random.mutates(0.4) {
            note("one is missing")
            if !certificates.isEmpty { certificates.removeFirst() }
        }
        if random.mutates(0.4), let first = certificates.first {
            note("the anchor is an intermediate")
            roots = [first]
        }
        random.shuffle(&certificates)
        intermediates = certificates
    }

    mutating func note(_ trait: String) { traits.append(trait) }

    private mutating func authorityName(level: Int, above issuer: ForgedCertificate) -> String {
        if random.mutates(0.6) {
            note("CA\(level) is named like the root")
            return "Root"
        }
        return "CA \(random.mutates(0.4) ? 1 : level)"
    }

    private mutating func authority(
        _ name: String,
        issuer: ForgedCertificate?,
        key: ForgedKey? = nil,
        below: Int
    ) -> ForgedCertificate {
        var template = CertificateTemplate.authority(name)
        template.subject = [("O", "Org"), ("CN", name)]
        template.key = key ?? nextKey()
        prepare(&template, isSelfSigned: issuer == nil)
        let place = issuer == nil ? "root" : "CA\(below + 1)"
        shapeAuthority(&template, place, below: below, isRoot: issuer == nil)
        shapeAnything(&template, place)
        return ForgedCertificate(template, issuer: issuer)
    }

    /// Adds a cross-sign, a new key of the same name, a ring or a namesake; what issues the next level.
    private mutating func addRelative(
        of authority: ForgedCertificate,
        issuer: ForgedCertificate,
        below: Int,
        to certificates: inout [[UInt8]]
    ) -> ForgedCertificate {
        let name = "CA \(below + 1)"
        switch random.below(5) {
        case 0, 1:
            let isTrusted = random.happens(0.5)
            note("cross-sign by a\(isTrusted ? "" : "n un")trusted root")
            let other = self.authority("Other Root", issuer: nil, below: below + 1)
            if isTrusted { roots.append(other.der) } else { certificates.append(other.der) }
            certificates.append(relative(of: authority, issuer: other, key: authority.key, below: below).der)
            return authority
        case 2:
            note("self-issued with a new key")
            let rolled = relative(of: authority, issuer: authority, key: nextKey(), below: below)
            certificates.append(rolled.der)
            return rolled
        case 3:
            note("ring")
            certificates.append(relative(of: issuer, issuer: authority, key: issuer.key, below: below).der)
            return authority
        default:
            note("namesake with another key")
            certificates.append(self.authority(name, issuer: issuer, below: below).der)
            return authority
        }
    }

    /// Another certificate of a name, under any issuer.
    private mutating func relative(
        of authority: ForgedCertificate,
        issuer: ForgedCertificate,
        key: ForgedKey,
        below: Int
    ) -> ForgedCertificate {
        var template = CertificateTemplate.authority("")
        template.subject = authority.attributes
        template.key = key
        prepare(&template, isSelfSigned: false)
        shapeAuthority(&template, "relative", below: below, isRoot: false)
        shapeAnything(&template, "relative")
        return ForgedCertificate(template, issuer: issuer)
    }

    private mutating func makeLeaf(_ issuer: ForgedCertificate) {
        var template = CertificateTemplate(commonName: random.pick(["leaf", "mail.example.com"]))
        template.key = nextKey()
        prepare(&template, isSelfSigned: false)
        template.notBefore = "20260101000000Z"
        template.notAfter = "20270101000000Z"
        host = random.pick(Self.hosts)
        shapeLeaf(&template, host: host)
        shapeAnything(&template, "leaf")
        let certificate = ForgedCertificate(template, issuer: issuer)
        leaf = encoded(certificate, "leaf")
        if random.mutates(0.4) {
            note("another host is asked for")
            host = random.pick(Self.hosts)
        }
        if random.mutates(0.8) {
            purpose = random.pick([.client, .any])
            note("purpose \(purpose)")
        }
    }

    private static let hosts = ["mail.example.com", "a.mail.example.com", "example.com", "www.other.org"]

    private mutating func prepare(_ template: inout CertificateTemplate, isSelfSigned: Bool) {
        serial += 1
        template.serial = [UInt8(serial >> 8), UInt8(serial & 0xff)]
        template.hasAuthorityKeyIdentifier = !isSelfSigned || random.happens(0.3)
    }

    /// A certificate's octets, now and then with a wrong signature.
    private mutating func encoded(_ certificate: ForgedCertificate, _ place: String) -> [UInt8] {
        guard random.mutates(0.3), let last = certificate.der.last else { return certificate.der }
        note("\(place): wrong signature")
        return certificate.der.dropLast() + [last ^ 1]
    }

    /// Now and then a key that stands elsewhere in the PKI already, too.
    private mutating func nextKey() -> ForgedKey {
        switch random.below(100) {
        case 0...2: return .kept(.rsa(2_048), number: random.below(2))
        case 3...4: return .kept(.p384)
        case 5...6: return .kept(.ed25519)
        default: break
        }
        if random.mutates(0.2) {
            note("a weak key")
            return .kept(.rsa(1_024))
        }
        return .kept(.p256, number: freeKeys.popLast() ?? 0)
    }
}
