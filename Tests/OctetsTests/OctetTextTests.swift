import Testing

@testable import Octets

@Suite("Text being written")
struct OctetTextTests {
    @Test func keepsWhatWasWrittenWhenItGrows() {
        var text = OctetText(expecting: 0)
        var expected = ""
        for number in 0..<3_000 {
            text.append(number % 2 == 0 ? "even " as StaticString : "odd ")
            text.append(decimal: UInt64(number))
            text.append(key: "key", isFirst: number % 3 == 0)
            text.append(UInt8(ascii: "\n"))
            expected += (number % 2 == 0 ? "even " : "odd ") + String(number)
            expected += (number % 3 == 0 ? "" : ",") + "\"key\":\n"
        }
        #expect(text.string == expected)
        #expect(text.count == expected.utf8.count)
    }

    @Test func writesNumbersInDecimalDigits() {
        var numbers: [UInt64] = [0, UInt64.max]
        var power: UInt64 = 1
        for _ in 0..<20 {
            numbers += [power - 1, power, power + 1]
            power = power.multipliedReportingOverflow(by: 10).partialValue
        }
        for number in numbers {
            var text = OctetText()
            text.append(decimal: number)
            #expect(text.string == String(number))
        }
    }

    @Test func countsOfTheRoomThatItLendsOnlyWhatIsWritten() {
        var text = OctetText(expecting: 1)
        let written = text.extend(upTo: 10) { room in
            room.copyBytes(from: "abc".utf8)
            return 3
        }
        #expect(written == 3)
        text.append(UInt8(ascii: "d"))
        #expect(text.string == "abcd")
    }

    @Test func takesBackWhatWasWrittenLast() {
        var text = OctetText()
        text.append("one two" as StaticString)
        #expect(text.takeBack(from: 3) == Array(" two".utf8))
        text.append("!" as StaticString)
        #expect(text.string == "one!")
        #expect(text.takeBack(from: 4).isEmpty)
    }

    @Test func beginsAnewWhenItWasTaken() {
        var text = OctetText()
        #expect(text.take().isEmpty)
        text.append("one" as StaticString)
        #expect(text.take() == Array("one".utf8))
        text.append("two")
        #expect(text.take() == Array("two".utf8))
    }
}
