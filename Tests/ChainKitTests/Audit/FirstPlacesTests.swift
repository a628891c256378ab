import Testing

@testable import ChainKit

struct FirstPlacesTests {
    private func digest(_ number: Int32) -> SHA256Digest {
        SHA256Digest(of: withUnsafeBytes(of: number) { Array($0) })
    }

    @Test func remembersTheFirstPlaceOfEachDigest() {
        var places = FirstPlaces()
        for number in 0..<Int32(10_000) {
            let isNew = places.insert(digest(number), at: Survey.Place(input: number, index: 1))
            #expect(isNew)
        }
        for number in 0..<Int32(10_000) {
            let isNew = places.insert(digest(number), at: Survey.Place(input: -1, index: 0))
            #expect(!isNew)
        }
        for number in stride(from: Int32(0), to: 10_000, by: 7) {
            #expect(places.first(of: digest(number))?.place == Survey.Place(input: number, index: 1))
        }
        #expect(places.first(of: digest(10_000)) == nil)
    }
}
