import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// Every page of the catalogue can be reached, is told apart from the others, and says how sure it is.
struct ErrorCatalogueTests {
    @Test(arguments: ErrorCatalogue.all.map(\.id))
    func everyExampleLeadsBackToItsError(_ id: String) throws {
        let error = try #require(ErrorCatalogue.all.first { $0.id == id })
        #expect(!error.examples.isEmpty)
        for example in error.examples {
            let explanation = Explanation(of: example)
            #expect(explanation.errors.map(\.error.id).contains(error.id), "\(error.id): \(example)")
        }
    }

    @Test(arguments: ErrorCatalogue.all.map(\.id))
    func theFirstExampleIsExplainedByItsErrorAlone(_ id: String) throws {
        let error = try #require(ErrorCatalogue.all.first { $0.id == id })
        let example = try #require(error.examples.first)
        #expect(Explanation(of: example).errors.map(\.error.id) == [error.id])
    }

    @Test func idsAreUniqueAndInKebabCase() {
        let ids = ErrorCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.filter { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil } == [])
    }

    @Test func everyErrorHasACauseAndACheck() {
        #expect(ErrorCatalogue.all.filter { $0.causes.isEmpty || $0.checks.isEmpty }.map(\.id) == [])
        #expect(ErrorCatalogue.all.filter { $0.signs.isEmpty }.map(\.id) == [])
    }

    @Test func whateverIsNotInferredOrUnknownNamesItsSource() {
        let unsourced = ErrorCatalogue.all.flatMap { error in
            (error.causes + error.otherReadings).filter { statement in
                statement.certainty != .inferred && statement.certainty != .unknown
                    && statement.sources.isEmpty
            }.map { "\(error.id): \($0.text)" }
        }
        #expect(unsourced == [])
    }

    @Test func sourcesAreAddresses() {
        let sources = ErrorCatalogue.all.flatMap { ($0.causes + $0.otherReadings).flatMap(\.sources) }
        #expect(sources.filter { !$0.url.hasPrefix("http") || $0.title.isEmpty } == [])
    }

    @Test func phrasesOfSignsAreInTheFormOfPassages() {
        let phrases = ErrorCatalogue.all.flatMap(\.signs).flatMap { $0.phrases + $0.absent }
        #expect(
            phrases.filter { $0 != $0.lowercased() || $0.contains("  ") || !$0.utf8.allSatisfy { $0 < 0x80 } }
                == []
        )
    }

    @Test func noCommandForcesAnything() {
        let commands = ErrorCatalogue.all.flatMap(\.checks).flatMap(\.commands)
        #expect(commands.filter { $0.lowercased().contains("-force") } == [])
    }
}
