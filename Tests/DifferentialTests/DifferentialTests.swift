import FoundationEssentials
import Testing

/// Random PKIs, judged by chaincheck and by OpenSSL: every difference is of a kind that is meant to be.
@Suite("chaincheck beside OpenSSL")
struct DifferentialTests {
    private struct Outcome {
        var agreements = 0
        var known: [String: Int] = [:]
        var unknown: [Disagreement] = []
    }

    private func compare(seed: UInt64, count: Int) -> Outcome {
        var outcome = Outcome()
        for number in 0..<count {
            guard let difference = Disagreement(RandomPKI(seed: seed, number: number)) else {
                outcome.agreements += 1
                continue
            }
            if let kind = KnownDifference.kinds(of: difference) {
                outcome.known[kind, default: 0] += 1
            } else {
                outcome.unknown.append(difference)
            }
        }
        return outcome
    }

    private func expectNothingUnknown(_ outcome: Outcome) {
        for difference in outcome.unknown { Issue.record("\(difference)") }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func differsOnlyInKindsThatAreMeant(_ seed: UInt64) {
        let outcome = compare(seed: seed, count: 200)
        expectNothingUnknown(outcome)
        // Otherwise the generator would not reach what it is for.
        #expect(outcome.agreements > 150)
        #expect(outcome.known.count > 1)
    }

    /// `make differential SEED=7 COUNT=10000`.
    @Test(.enabled(if: environment("SEED") != nil)) func differsOnlyInKindsThatAreMeantForAnotherSeed() throws
    {
        let seed = try #require(environment("SEED").flatMap(UInt64.init))
        let count = try #require(environment("COUNT").flatMap(Int.init))
        let outcome = compare(seed: seed, count: count)
        print("seed \(seed): \(outcome.agreements) of \(count) alike")
        for (name, number) in outcome.known.sorted(by: { $0.value > $1.value }) { print("\(number) \(name)") }
        expectNothingUnknown(outcome)
    }
}

/// A setting of `make differential`.
private func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment["CHAINCHECK_DIFFERENTIAL_" + name]
}
