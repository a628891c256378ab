/// Decimal text of numbers, appended to text that is being written.
enum DecimalText {
    static func append(_ number: UInt64, to text: inout [UInt8]) {
        var divisor: UInt64 = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
