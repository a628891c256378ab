import TestSupport

/// Choices that a seed decides.
struct RandomChoice {
    private var generator: SplitMix
    /// How likely anything is to be wrong in this PKI: none of it in some, so that good ones occur.
    private var rate = 0.0

    init(seed: UInt64) {
        generator = SplitMix(state: seed)
        rate = pick([0, 0.02, 0.05, 0.1, 0.15])
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    mutating func happens(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }

    /// Whether something is made wrong, `weight` times as often as usual.
    mutating func mutates(_ weight: Double) -> Bool { happens(rate * weight) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func shuffle<Value>(_ values: inout [Value]) { values.shuffle(using: &generator) }
}
