import Forges
import TestSupport
import Testing

@testable import ChainKit

/// A file that is read in segments is told of as if it had been read at once.
@Suite("Audit of bundles in segments")
struct SegmentedBundleTests {
    private static let whole = 1 << 20

    @Test(arguments: [75, 150, 333, 1_000, 2_500, 7_777])
    func reportsTheSameWhateverTheLengthOfSegments(_ length: Int) throws {
        let bundle = SegmentedBundle()
        let folder = TemporaryFolder()
        let paths = [
            folder.write(bundle.root.issue("first.contoso.com").pem, to: "a.pem"),
            folder.write(bundle.pieces.flatMap(\.self), to: "b.pem"),
            folder.write("nothing to see", to: "c.txt"),
            folder.write(bundle.pieces.reversed().flatMap(\.self), to: "d.pem"),
        ]
        let inputs = paths.map { AuditInput.file($0) }
        let expected = try bundle.report(inputs, segmentSize: Self.whole)
        #expect(expected.contains("certificate 5 does not parse"))
        #expect(expected.contains("more problems of this file"))
        #expect(try bundle.report(inputs, segmentSize: length, width: length % 2 + 1) == expected)
    }

    @Test(arguments: 0..<16)
    func reportsTheSameInWhateverOrderThingsStand(_ seed: Int) throws {
        let bundle = SegmentedBundle()
        var random = SeededNumbers(seed: UInt64(seed))
        // Fewer of the many bad blocks, so that each of the others comes to be told.
        let pieces = bundle.pieces.shuffled(using: &random).prefix(24)
        let text = pieces.flatMap { piece in
            Int.random(in: 0..<6, using: &random) > 0 ? piece : Array(piece.prefix(piece.count * 2 / 3))
        }
        let folder = TemporaryFolder()
        let inputs = [AuditInput.file(folder.write(text, to: "a.pem"))]
        let expected = try bundle.report(inputs, segmentSize: Self.whole)
        let length = Int.random(in: 30..<5_000, using: &random)
        #expect(try bundle.report(inputs, segmentSize: length) == expected, "segments of \(length)")
    }

    private func audit(_ inputs: [AuditInput], _ adjust: (inout InputLimits) -> Void) throws
        -> AuditCollection
    {
        var limits = InputLimits()
        adjust(&limits)
        var collection = AuditCollection()
        try SegmentedBundle().audit(limits: limits).run(inputs, names: [], observer: &collection)
        return collection
    }

    private func leaves(_ count: Int) -> [ForgedCertificate] {
        (1...count).map { Forge.selfSigned("host\($0).contoso.com") }
    }

    @Test func auditsPEMOfAnySizeAndRefusesOtherLargeFiles() throws {
        let folder = TemporaryFolder()
        let leaves = leaves(12)
        let inputs = [
            folder.write(leaves.map(\.pem).joined(), to: "a.pem"),
            folder.write(leaves.flatMap(\.der), to: "b.cer"),
            folder.write([UInt8](repeating: UInt8(ascii: "#"), count: 6_000), to: "c.txt"),
        ].map { AuditInput.file($0) }
        let found = try audit(inputs) { limits in
            (limits.fileSize, limits.segmentSize, limits.certificates) = (5_000, 2_000, 6)
        }
        #expect(found.files.map(\.status) == ["ok", "too-large", "too-large"])
        #expect(found.files.map(\.certificates) == [12, 0, 0])
        #expect(found.certificates.map(\.certificate.sha256) == leaves.map { SHA256Digest(of: $0.der) })
        #expect(found.certificates.map(\.sources.first?.index) == Array(0..<12))
        let detail = "larger than the limit of 5000 octets; split it to have it read"
        #expect(found.files[1].problems.map(\.detail) == [detail])
    }

    @Test func passesOverABlockThatIsLargerThanAFileMayBe() throws {
        let folder = TemporaryFolder()
        let leaves = leaves(3)
        let monster = "-----BEGIN CERTIFICATE-----\n" + String(repeating: "A", count: 20_000) + "\n"
        let texts = [leaves[0].pem, leaves[1].pem, monster, leaves[2].pem]
        let input = AuditInput.file(folder.write(texts.joined(), to: "a.pem"))
        let found = try audit([input]) { ($0.fileSize, $0.segmentSize) = (5_000, 1_000) }
        #expect(found.certificates.count == 3)
        let file = try #require(found.files.first)
        #expect(found.files.count == 1)
        #expect(file.status == "too-large")
        #expect(file.problems.contains { $0.detail.hasPrefix("no block begins within 5000 octets") })
    }

    @Test func tellsOfABlockAcrossSegmentsByItsLine() throws {
        let folder = TemporaryFolder()
        let text = leaves(4).map(\.pem).joined()
        let line = text.utf8.count { $0 == UInt8(ascii: "\n") } + 2
        let bad = "-----BEGIN CERTIFICATE-----\n\u{7f}\n-----END CERTIFICATE-----\n"
        let input = AuditInput.file(folder.write(text + bad, to: "a.pem"))
        let found = try audit([input]) { $0.segmentSize = 700 }
        #expect(found.files.first?.problems.map(\.line) == [line])
    }

    @Test func takesMoreThanAThousandAuthoritiesForAStore() throws {
        let root = Forge.authority("Alpha Root")
        // Another octet of the signature is another certificate.
        let neighbours = try (0...BundleAuthorities.most).map { number in
            let der = root.der.dropLast(2) + [UInt8(number / 256), UInt8(number % 256)]
            return Surroundings.Neighbour(index: number, certificate: try Certificate(der: Array(der)))
        }
        var authorities = BundleAuthorities()
        authorities.add(neighbours.dropLast(), from: 7)
        authorities.add(neighbours.dropLast(), from: 5_000)
        #expect(authorities.bundle?.map(\.index) == Array(7..<1_007))
        authorities.add(neighbours.suffix(1), from: 10_000)
        #expect(authorities.bundle == nil)
    }
}

/// SplitMix64.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
