/// Text that went through consoles, mails and web pages on its way, as near as can be to what PowerShell wrote.
///
/// Undone here is what cannot be meant: blanks of other kinds, invisible characters, curly double quotes (which an
/// X.500 name would have straight), colours, marks of quotation. Curly single quotes stay, since names have them.
struct PastedText: Sendable {
    /// The text as UTF-8, one line feed after each line.
    let octets: [UInt8]

    init(_ text: [UInt8]) {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        text.withUnsafeBufferPointer { input in
            var position = 0
            while position < input.count {
                let octet = input[position]
                // Most of a text is plain ASCII.
                if octet >= 0x20, octet < 0x80 {
                    output.append(octet)
                    position += 1
                } else if octet < 0x20 {
                    position += Self.control(input, position, &output)
                } else {
                    position += Self.character(input, position, &output)
                }
            }
        }
        octets = output
    }

    /// The line that begins at an offset.
    func line(at start: Int, number: Int) -> TextLine {
        let end = octets[start...].firstIndex(of: UInt8(ascii: "\n"))
        var line = octets[start..<(end ?? octets.endIndex)]
        while let mark = line.firstIndex(where: { $0 != UInt8(ascii: " ") }), line[mark] == UInt8(ascii: ">")
        {
            line = line[(mark + 1)...]
            if line.first == UInt8(ascii: " ") { line = line.dropFirst() }
        }
        return TextLine(number: number, octets: line, next: end.map { $0 + 1 })
    }

    /// The line after another one, nil at the end.
    func line(after line: TextLine) -> TextLine? {
        line.next.map { self.line(at: $0, number: line.number + 1) }
    }

    private typealias Input = UnsafeBufferPointer<UInt8>

    /// Takes a control character, or the sequence for a terminal that begins with it; gives its length.
    private static func control(_ input: Input, _ position: Int, _ output: inout [UInt8]) -> Int {
        switch input[position] {
        case UInt8(ascii: "\r"):
            output.append(UInt8(ascii: "\n"))
            return position + 1 < input.count && input[position + 1] == UInt8(ascii: "\n") ? 2 : 1
        case UInt8(ascii: "\n"), 0x0c: output.append(UInt8(ascii: "\n"))
        case 0x1b where position + 1 < input.count && input[position + 1] == UInt8(ascii: "["):
            // ECMA-48, 5.4: parameters end with one octet from 0x40 on.
            var length = 2
            while position + length < input.count, (0x20..<0x40).contains(input[position + length]) {
                length += 1
            }
            return min(length + 1, input.count - position)
        default: output.append(UInt8(ascii: " "))
        }
        return 1
    }

    /// Takes a character outside of ASCII; gives its length.
    private static func character(_ input: Input, _ position: Int, _ output: inout [UInt8]) -> Int {
        let length = input[position] >= 0xf0 ? 4 : input[position] >= 0xe0 ? 3 : 2
        let end = min(position + length, input.count)
        switch input[position..<end].reduce(UInt32(0), { $0 << 8 | UInt32($1) }) {
        case 0xc2a0, 0xe2_8080...0xe2_808a, 0xe2_80af, 0xe2_819f, 0xe3_8080: output.append(UInt8(ascii: " "))
        // Zero width, marks of direction (which Windows puts into dates and thumbprints), soft hyphen, byte order mark.
        case 0xe2_808b...0xe2_808f, 0xe2_80aa...0xe2_80ae, 0xe2_81a0, 0xe2_81a6...0xe2_81a9, 0xc2ad,
            0xef_bbbf:
            break
        case 0xe2_809c...0xe2_809f: output.append(UInt8(ascii: "\""))
        default: output.append(contentsOf: input[position..<end])
        }
        return end - position
    }
}
