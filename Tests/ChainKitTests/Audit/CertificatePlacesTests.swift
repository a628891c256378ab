import Forges
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

struct RepeatedPlacesTests {
    @Test func keepsThePlacesOfEachCertificateInOrder() {
        var repeated = RepeatedPlaces()
        // More than two blocks, and the certificates mixed.
        let places = (0..<10_000).map { Survey.Place(input: Int32($0), index: Int32($0 % 7)) }
        for (number, place) in places.enumerated() { repeated.append(place, of: UInt32(number % 3)) }
        #expect(repeated.count == places.count)
        let first = Survey.Place(input: -1, index: 0)
        for certificate in 0..<3 {
            let expected = places.enumerated().filter { $0.offset % 3 == certificate }.map(\.element)
            #expect(repeated.places(of: UInt32(certificate), after: first) == [first] + expected)
        }
        #expect(repeated.places(of: 3, after: first) == [first])
    }
}
