import Octets
import OpenSSLBridge

/// What the first pass found in one input.
struct InputSurvey: Sendable {
    private(set) var digests: [SHA256Digest] = []
    private(set) var authorities: [Surroundings.Neighbour] = []
    /// Names that issued something else than themselves.
    private(set) var issuers: Set<[UInt8]> = []
    /// Certificates that are no authorities although another one of the input names them as its issuer.
    private(set) var namedIssuers: [Certificate] = []
    /// Whether somebody put certificates together that belong together; an export lists a store.
    private(set) var isBundle: Bool
    private(set) var revocation = SurveyedRevocation()
    /// What will not parse of a segment, or of a container that is judged in parts; nil for all other inputs.
    ///
    /// Such a file's record stands before its certificates are judged, so it must be known by the first pass.
    private(set) var damage: CertificateDamage?

    /// Surveys what was read.
    ///
    /// - Parameters:
    ///   - content: what was read.
    ///   - limits: how much is told of what is wrong.
    ///   - parsed: authorities parsed so far.
    ///   - memory: what the worker knows.
    ///   - isPart: whether it is a part of a file, which tells all of its issuers.
    init(
        _ content: FileContent,
        limits: InputLimits,
        parsed: ParsedAuthorities,
        memory: CertificateMemory,
        isPart: Bool = false
    ) {
        isBundle = content.record.kind != .exchangeExport
        if !content.revocation.isEmpty { revocation = SurveyedRevocation(content.revocation) }
        digests.reserveCapacity(content.certificates.count)
        // Most files hold one certificate, and most issuers are known from the files before.
        let isAlone = content.certificates.count == 1 && !isPart
        for (index, encoded) in content.certificates.enumerated() {
            let found = SurveyedCertificate(
                encoded.der,
                parsed: parsed,
                memory: memory,
                isNoted: isAlone
            )
            digests.append(found.digest)
            if let issuer = found.issuer { issuers.insert(issuer) }
            guard let authority = found.authority else { continue }
            authorities.append(Surroundings.Neighbour(index: index, certificate: authority))
        }
        if !isPart, digests.count > 1, !issuers.isEmpty { findNamedIssuers(content) }
        if isPart || digests.count > DividedFile.certificatesPerPart {
            damage = damage(of: content.certificates, limits, memory)
        }
    }

    private func damage(
        of certificates: [EncodedCertificate],
        _ limits: InputLimits,
        _ memory: CertificateMemory
    ) -> CertificateDamage {
        var damage = CertificateDamage(limits: limits)
        let known = Set(authorities.map(\.index))
        for (index, encoded) in certificates.enumerated()
        where !known.contains(index) && !Certificate.parses(encoded.der, memory: memory) {
            do throws(CertificateError) {
                damage.add(try .salvaged(from: encoded.der), at: index)
            } catch {
                damage.add(refusal: error, at: index)
            }
        }
        return damage
    }

    /// Finds what a bundle puts above a certificate although it may not issue: the report should say so, and not that
    /// the issuer is missing.
    private mutating func findNamedIssuers(_ content: FileContent) {
        let known = Set(authorities.map(\.index))
        for (index, encoded) in content.certificates.enumerated() where !known.contains(index) {
            guard let layout = CertificateLayout(encoded.der),
                issuers.contains(Array(encoded.der[layout.subject])),
                let certificate = try? Certificate(der: encoded.der)
            else { continue }
            namedIssuers.append(certificate)
        }
    }
}

/// Authorities that the first pass has parsed: the same few stand in every bundle of a large folder.
final class ParsedAuthorities: Sendable {
    private let certificates = Locked<[SHA256Digest: Certificate]>([:])

    /// The certificate, nil where it is no authority or does not parse.
    func certificate(_ der: [UInt8], digest: SHA256Digest) -> Certificate? {
        if let known = certificates.withLock({ $0[digest] }) { return known }
        guard let certificate = try? Certificate(der: der), certificate.isAuthority || certificate.version < 3
        else { return nil }
        return certificates.withLock { known in
            if let first = known[digest] { return first }
            known[digest] = certificate
            return certificate
        }
    }
}

/// What the first pass wants to know of one certificate.
struct SurveyedCertificate: Sendable {
    let digest: SHA256Digest
    /// The certificate, where it is an authority.
    let authority: Certificate?
    /// The issuer's name, where another has issued it.
    let issuer: [UInt8]?

    /// Surveys octets that may be a certificate.
    ///
    /// - Parameters:
    ///   - der: the octets.
    ///   - parsed: authorities parsed so far.
    ///   - memory: what the worker knows.
    ///   - isNoted: whether an issuer that this worker has met lately is noted and need not be told again.
    init(_ der: [UInt8], parsed: ParsedAuthorities, memory: CertificateMemory, isNoted: Bool) {
        digest = SHA256Digest(of: der, in: memory.digests)
        guard let layout = CertificateLayout(der) else {
            authority = nil
            issuer = nil
            return
        }
        issuer = der.withUnsafeBufferPointer { der in
            let issuer = UnsafeBufferPointer(rebasing: der[layout.issuer])
            guard !OctetSearch.areSame(issuer, UnsafeBufferPointer(rebasing: der[layout.subject])),
                !isNoted || memory.isNewIssuer(issuer)
            else { return nil }
            return Array(issuer)
        }
        authority =
            AuthorityHint.mayBeAuthority(der, layout: layout)
            ? parsed.certificate(der, digest: digest) : nil
    }
}

/// What the first reading got from one input, passed on by reference.
final class SurveyedInput: Sendable {
    let content: FileContent
    let survey: InputSurvey

    init(
        _ content: FileContent,
        limits: InputLimits,
        parsed: ParsedAuthorities,
        memory: CertificateMemory
    ) {
        survey = InputSurvey(content, limits: limits, parsed: parsed, memory: memory)
        self.content = content
    }
}

/// Tells from a certificate's octets whether it can be an authority, without parsing it.
///
/// The first pass over a folder needs the authorities among perhaps millions of certificates. Nearly every end-entity
/// certificate carries basicConstraints that say so, and looking for that extension's octets costs a fiftieth of a
/// parse. The hint may say "perhaps" of a certificate that is none; it never passes over an authority, since one needs
/// basicConstraints with cA TRUE (RFC 5280, 4.2.1.9) or a version below 3.
enum AuthorityHint {
    static func mayBeAuthority(_ der: [UInt8], layout: CertificateLayout) -> Bool {
        // Below version 3 the version is left out, and the serial number comes first.
        if der[layout.signedPart].dropFirst(headerLength(der, layout)).first != DERReader.Tag.context(0) {
            return true
        }
        let end = layout.signedPart.upperBound
        var position = layout.subjectPublicKeyInfo.upperBound
        while let found = OctetSearch.first(basicConstraints, in: der, from: position, to: end) {
            position = found + basicConstraints.utf8CodeUnitCount
            if !isEmptyConstraint(der, after: position, end: end) { return true }
        }
        return false
    }

    /// The length and the octets of the identifier 2.5.29.19.
    private static let basicConstraints: StaticString = "\u{03}\u{55}\u{1d}\u{13}"

    /// Whether what follows the identifier is `OCTET STRING { SEQUENCE {} }`, critical or not.
    private static func isEmptyConstraint(_ octets: [UInt8], after start: Int, end: Int) -> Bool {
        var position = start
        if position + 3 <= end, octets[position] == DER.boolean { position += 3 }
        guard position + 4 <= end else { return false }
        return octets[position] == DER.octetString && octets[position + 1] == 2
            && octets[position + 2] == DER.sequence && octets[position + 3] == 0
    }

    private static func headerLength(_ der: [UInt8], _ layout: CertificateLayout) -> Int {
        let first = der[layout.signedPart.lowerBound + 1]
        return first < 0x80 ? 2 : 2 + Int(first & 0x7f)
    }

    private typealias DER = DERReader.Tag
}
