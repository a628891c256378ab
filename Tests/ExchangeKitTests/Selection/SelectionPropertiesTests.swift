import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// What holds of every inventory, put to many random ones.
@Suite("SelectionProperties")
struct SelectionPropertiesTests {
    private static let rounds = 400
    private static let pool = Result { try makePool() }

    /// Certificates of every kind that the steps tell apart.
    private static func makePool() throws -> [SelectionCandidate] {
        let store = SelectionFixture()
        var pool: [SelectionCandidate] = []
        for month in ["01", "03", "05", "07", "11"] {
            let start = "2026\(month)01000000Z"
            pool.append(try store.issued(from: start))
            pool.append(try store.issued(from: start, to: "20270601000000Z"))
            pool.append(try store.issued("*.contoso.com", from: start, by: store.internalRoot))
            pool.append(try store.selfSigned(from: start))
        }
        pool.append(try store.issued("MAIL.contoso.com", from: "20260201000000Z", to: "20271001000000Z"))
        pool.append(try store.issued(from: "20260201000000Z", to: "20260401000000Z"))
        return pool
    }

    private static func inventory(_ generator: inout SplitMix) throws -> [SelectionCandidate] {
        let pool = try pool.get()
        return pool.shuffled(using: &generator).prefix(Int.random(in: 0...7, using: &generator)).map {
            candidate in
            var changed = candidate.with { installed in
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: installed.services = nil
                case 1: installed.services = .iis
                case 2: installed.hasPrivateKey = false
                case 3:
                    installed.certificate = nil
                    installed.domains = nil
                case 4: installed.isSelfSigned = true
                default: break
                }
            }
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: changed = changed.with(standing: .unknown(reason: "not checked"))
            case 1: changed = changed.with(standing: .invalid(reason: "revoked"))
            default: break
            }
            return changed
        }
    }

    private static func choices(_ candidates: [SelectionCandidate], pin: Setting<String>)
        -> [CertificateChoice]
    {
        [
            SelectionFixture.inbound(candidates), SelectionFixture.outbound(candidates),
            SelectionFixture.inbound(candidates, SelectionFixture.receive(name: pin)),
            SelectionFixture.outbound(candidates, SelectionFixture.send(name: pin)),
        ]
    }

    @Test func theOrderOfTheCertificatesPlaysNoPart() throws {
        var generator = SplitMix(state: 1)
        let pin = SelectionFixture.pin(try #require(try Self.pool.get().first))
        for _ in 0..<Self.rounds {
            let candidates = try Self.inventory(&generator)
            let choices = Self.choices(candidates, pin: pin)
            let shuffled = candidates.shuffled(using: &generator)
            guard Self.choices(shuffled, pin: pin) == choices else {
                Issue.record("another order, another answer: \(choices.map(\.outcome))")
                return
            }
        }
    }

    @Test func whatAStepLeftOutIsNeverPresentedNorARunnerUp() throws {
        var generator = SplitMix(state: 2)
        let pin = SelectionFixture.pin(try #require(try Self.pool.get().first))
        var presented = 0
        for _ in 0..<Self.rounds {
            for choice in Self.choices(try Self.inventory(&generator), pin: pin) {
                let dropped = Set(choice.steps.flatMap(\.dropped).map(\.thumbprint))
                let named = [choice.presented].compactMap { $0 } + choice.possible + choice.runnersUp
                #expect(named.allSatisfy { !dropped.contains($0.installed.thumbprint) })
                #expect(Set(named.map(\.installed.thumbprint)).count == named.count)
                if choice.presented != nil { presented += 1 }
            }
        }
        #expect(presented > Self.rounds / 2)
    }

    /// Whatever an unknown fact turns out to be, the certificate that is presented then was among the possible ones.
    @Test func anAnswerStandsHoweverTheUnknownTurnsOut() throws {
        var generator = SplitMix(state: 3)
        let pin = SelectionFixture.pin(try #require(try Self.pool.get().first))
        for _ in 0..<Self.rounds {
            let candidates = try Self.inventory(&generator)
            let settled = candidates.map { candidate in
                candidate.with(
                    standing: candidate.standing == .unknown(reason: "not checked")
                        ? Bool.random(using: &generator) ? .valid : .invalid(reason: "revoked") : nil
                ) {
                    if $0.services == nil { $0.services = Bool.random(using: &generator) ? .smtp : .iis }
                }
            }
            for (before, after) in zip(Self.choices(candidates, pin: pin), Self.choices(settled, pin: pin)) {
                let known = Set(
                    (before.possible + [before.presented].compactMap { $0 }).map(\.installed.thumbprint)
                )
                let then = (after.possible + [after.presented].compactMap { $0 }).map(\.installed.thumbprint)
                #expect(then.allSatisfy(known.contains))
                if before.presented != nil { #expect(then == Array(known)) }
                if before.isNone { #expect(after.isNone) }
            }
        }
    }
}
