import Forges
import TestSupport
import Testing

@testable import ChainKit

struct PolicyNotValidTests {
    private let root = Forge.authority("Alpha Root")

    private func findings(_ policy: String?) throws -> [Finding] {
        let silver = DERWriter.sequence(DERWriter.sequence(DERWriter.identifier("1.2.3.1")))
        let issuing = root.authority("Alpha CA 1") {
            $0.extensions = [
                ForgedExtension("certificatePolicies", value: silver),
                // requireExplicitPolicy 0
                ForgedExtension(
                    "policyConstraints",
                    isCritical: true,
                    value: DERWriter.sequence([0x80, 1, 0])
                ),
            ]
        }
        let leaf = issuing.issue("mail") {
            guard let policy else { return }
            let value = DERWriter.sequence(DERWriter.sequence(DERWriter.identifier(policy)))
            $0.extensions = [ForgedExtension("certificatePolicies", value: value)]
        }
        return PolicyNotValid().findings(in: try .forged(leaf, under: [root], beside: [issuing]))
    }

    @Test func passesACertificateUnderThePolicyThatIsDemanded() throws {
        #expect(try findings("1.2.3.1").isEmpty)
    }

    @Test(arguments: [nil, "1.2.3.2"]) func flagsOneWithoutItOrUnderAnother(_ policy: String?) throws {
        let found = try findings(policy)
        #expect(
            found.map(\.message) == [
                "\"CN=mail\": a certificate policy is demanded, and none is valid down to here"
            ]
        )
        #expect(found.first?.severity == .error)
    }
}
