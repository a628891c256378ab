import Forges
import TestSupport
import Testing

@testable import ChainKit

/// What is known of every certificate that was read, and what is kept of it.
struct CertificateLogTests {
    private func log(_ inputs: [AuditInput], keeping octets: Int = 1 << 20) -> CertificateLog {
        var limits = InputLimits()
        limits.keptBetweenReadings = octets
        return CertificateLog(inputs, limits: limits, spoolFolder: nil)
    }

    private func der(_ number: Int) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }

    private func digest(_ number: Int) -> SHA256Digest { SHA256Digest(of: der(number)) }

    private func content(
        _ path: String,
        _ numbers: [Int],
        kind: FileKind = .pem,
        adjust: (inout FileRecord) -> Void = { _ in }
    ) -> FileContent {
        var record = FileRecord(path: path, kind: kind, certificates: numbers.count)
        adjust(&record)
        return FileContent(
            record: record,
            certificates: numbers.enumerated().map {
                EncodedCertificate(location: SourceLocation(path: path, index: $0), der: der($1))
            }
        )
    }

    private let many = (0..<8_000).map { AuditInput.file("\($0)") }

    /// Adds files that hold 0, 1, 2 and 3 certificates in turn, of which there are 5,000 different ones, and
    /// says where each stands.
    private func fill(_ log: inout CertificateLog) -> [[CertificateLog.Place]] {
        var places = [[CertificateLog.Place]](repeating: [], count: 5_000)
        var next = 0
        for input in 0..<8_000 {
            let numbers = (0..<(input % 4)).map { (next + $0) * 7 % 5_000 }
            next += numbers.count
            log.append(content("\(input)", numbers), digests: numbers.map(digest), authorities: [])
            for (index, number) in numbers.enumerated() {
                places[number].append(CertificateLog.Place(input: input, index: index))
            }
        }
        return places
    }

    @Test func knowsEveryPlaceOfEveryCertificateInOrder() {
        var log = log(many)
        let places = fill(&log)
        #expect(log.count == 8_000)
        #expect(log.duplicates == 12_000 - 5_000)
        for number in 0..<5_000 { #expect(log.places(of: digest(number)) == places[number]) }
        #expect(log.places(of: digest(5_000)).isEmpty)
    }

    @Test func knowsWhatStandsWhereAndWhetherItStoodBefore() {
        var log = log(many)
        let places = fill(&log)
        for number in places.indices {
            for place in places[number] {
                let entry = log.entries(of: place.input).lowerBound + UInt32(place.index)
                #expect(log.place(of: entry) == place)
                #expect(log.digest(of: entry) == digest(number))
                #expect(log.isFirst(entry) == (place == places[number][0]))
            }
        }
        let counts = (0..<8).map { log.entries(of: $0).count }
        #expect(counts == [0, 1, 2, 3, 0, 1, 2, 3])
    }

    private func octets(_ entry: UInt32, in log: borrowing CertificateLog) -> [UInt8]? {
        var reader = LogOctetsReader()
        return reader.octets(of: entry, in: log.octets)
    }

    @Test func laysDownTheCertificatesOfFilesThatHoldNothingElse() {
        var log = log(["a", "b", "c"].map { .file($0) })
        log.append(content("a", [1, 2]), digests: [digest(1), digest(2)], authorities: [])
        let noted = content("b", [3]) { $0.notes = ["something"] }
        log.append(noted, digests: [digest(3)], authorities: [])
        log.append(content("c", [4], kind: .der), digests: [digest(4)], authorities: [])
        let found = [0, 1, 2, 3].map { octets($0, in: log) }
        #expect(found == [der(1), der(2), nil, der(4)])
        let kinds = (0..<3).map { log.plainRecord(of: $0)?.kind }
        #expect(kinds == [.pem, nil, .der])
        #expect(log.plainRecord(of: 0) == content("a", [1, 2]).record)
        #expect(log.kept.isEmpty)
    }

    @Test func layDownNoAuthorityAsThatIsKeptParsed() throws {
        var log = log([.file("a")])
        let authority = Surroundings.Neighbour(index: 1, certificate: try Forge.authority("Root").certificate)
        log.append(content("a", [1, 2, 3]), digests: (1...3).map(digest), authorities: [authority])
        let found = [0, 1, 2].map { octets($0, in: log) }
        #expect(found == [der(1), nil, der(3)])
    }

    @Test func keepsWhatCannotBeReadTwiceAndWhatOpensSlowlyWhateverRoomThereIs() {
        let inputs: [AuditInput] = [
            .octets([], name: "standard input"), .file("p"), .file("typed"), .file("plain"),
            .content(content("given", [5])),
        ]
        var log = log(inputs, keeping: 0)
        log.append(content("standard input", [1]), digests: [digest(1)], authorities: [])
        log.append(content("p", [2], kind: .pkcs12), digests: [digest(2)], authorities: [])
        log.append(content("reported", [3]), digests: [digest(3)], authorities: [])
        log.append(content("plain", [4]), digests: [digest(4)], authorities: [])
        log.append(content("given", [5]), digests: [digest(5)], authorities: [])
        #expect(log.kept.keys.sorted() == [0, 1, 2])
        let found = (0..<5 as Range<UInt32>).compactMap { octets($0, in: log) }
        #expect(found.isEmpty)
        #expect(log.kept[2]?.record.path == "reported")
    }
}
