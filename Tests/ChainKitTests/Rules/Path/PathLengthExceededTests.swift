import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PathLengthExceededTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(levels: Int, allowed: Int) throws -> [Finding] {
        let top = root.authority("Alpha CA 0") { $0.pathLength = allowed }
        var authorities = [top]
        for level in 1..<levels { authorities.append(authorities[level - 1].authority("Alpha CA \(level)")) }
        let leaf = authorities[levels - 1].issue("mail")
        return PathLengthExceeded().findings(in: try .forged(leaf, under: [root], beside: authorities))
    }

    @Test func passesWhatIsAllowed() throws {
        #expect(try findings(levels: 2, allowed: 1).isEmpty)
    }

    @Test func flagsAnAuthorityTooMany() throws {
        #expect(
            try findings(levels: 2, allowed: 0).map(\.message) == [
                "\"CN=Alpha CA 0\" allows no authority below it, the path has more"
            ]
        )
        #expect(
            try findings(levels: 3, allowed: 1).map(\.message) == [
                "\"CN=Alpha CA 0\" allows 1 level of authorities below it, the path has more"
            ]
        )
    }
}
