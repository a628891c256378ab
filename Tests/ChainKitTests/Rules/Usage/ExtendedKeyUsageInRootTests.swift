import Forges
import TestSupport
import Testing

@testable import ChainKit

struct ExtendedKeyUsageInRootTests {
    private let rule = ExtendedKeyUsageInRoot()
    private let root = Forge.authority("Alpha Root")

    @Test func passesRootsWithoutAndWhatIsNoRoot() throws {
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
        let issuing = root.authority("Alpha CA 1") { $0.extendedKeyUsage = ["serverAuth"] }
        #expect(try rule.violations(in: issuing, as: .intermediate).isEmpty)
        #expect(try rule.violations(in: issuing, as: .anchor).isEmpty)
    }

    @Test func flagsARoot() throws {
        let limited = Forge.authority("Alpha Root") { $0.extendedKeyUsage = ["serverAuth"] }
        #expect(try rule.violations(in: limited, as: .anchor) == ["the root holds extKeyUsage"])
    }
}
