import Forges
import Foundation
import Testing

@testable import ChainKit

@Suite("The history of Microsoft's list")
struct RootHistoryTests {
    private let history = RootHistory.embedded()

    @Test("begins in 2023 and ends with the list in the binary")
    func reachesFromTheFirstReleaseToTheBuiltInList() throws {
        #expect(history.lists.first?.date == "2023-02-02")
        #expect(history.lists.last == (try MicrosoftRootList.embedded()).thisUpdate)
        #expect(history.lists == history.lists.sorted())
    }

    @Test("leads, event by event, to what the list in the binary says")
    func endsAtTheBuiltInList() throws {
        let list = try MicrosoftRootList.embedded()
        for entry in history.entries {
            let last = history.entries(of: entry.thumbprint).last {
                $0.event == .added || $0.event == .removed
            }
            guard let last else { continue }
            #expect((list.entry(entry.thumbprint) != nil) == (last.event == .added))
        }
        for root in list.entries {
            let dates = history.entries(of: root.thumbprint).compactMap { entry -> String?? in
                guard case .changed(.disabled, _, let date) = entry.event else { return nil }
                return .some(date)
            }
            if let last = dates.last { #expect(root.disabled.instant?.rfc3339 == last) }
        }
    }

    @Test("knows when Entrust's roots were cut off for TLS servers, and that it was moved")
    func knowsEntrust() throws {
        let list = try MicrosoftRootList.embedded()
        let root = try #require(
            list.entries.first { $0.thumbprint.hexadecimal.hasPrefix("EADB0AB9") }?.thumbprint
        )
        let dates = history.entries(of: root).compactMap { entry -> String? in
            guard case .changed(.notBefore, _, let date) = entry.event else { return nil }
            return date
        }
        #expect(dates == ["2025-04-16T00:00:00Z", "2026-09-15T00:00:00Z"])
    }

    @Test("takes a date of no length for a restriction that was taken back, and passes over what is no event")
    func readsLines() throws {
        let thumbprint = String(repeating: "ab", count: 20)
        let history = RootHistory(
            text: """
                list\t2025-01-01T00:00:00Z\tmscerts 1
                changed\t2025-02-01T00:00:00Z\t\(thumbprint)\tdisallowed_filetime\t2024-01-01T00:00:00Z\t
                changed\t2025-02-01T00:00:00Z\t\(thumbprint)\tno_such_term\t-\t-
                nonsense

                """
        )
        let date = try #require(Instant(rfc3339: "2025-02-01T00:00:00Z"))
        #expect(
            history.entries == [
                RootHistory.Entry(
                    list: date,
                    thumbprint: try #require(Thumbprint(hexadecimal: thumbprint)),
                    name: nil,
                    event: .changed(.disabled, from: "2024-01-01T00:00:00Z", to: nil)
                )
            ]
        )
    }
}
