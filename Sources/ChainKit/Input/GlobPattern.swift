/// A file name pattern: `*`, `?`, `[...]` within one path component, `**` across them.
///
/// Matched octet by octet as a set of states that moves along the path, so the cost is pattern times path and no
/// pattern makes it more.
struct GlobPattern: Sendable, Hashable {
    private enum Token: Sendable, Hashable {
        case octet(UInt8)
        case anyOctet
        case set(ranges: [ClosedRange<UInt8>], isNegated: Bool)
        case run
        case deepRun
        /// Any number of whole folders, none among them: `**/`.
        case folders

        var mayBeEmpty: Bool { self == .run || self == .deepRun || self == .folders }
    }

    private let tokens: [Token]

    init(_ pattern: String) {
        let text = Array(pattern.utf8)
        var tokens: [Token] = []
        var position = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "*") where text[position...].starts(with: "**/".utf8):
                tokens.append(.folders)
                position += 2
            case UInt8(ascii: "*") where text[position...].starts(with: "**".utf8):
                tokens.append(.deepRun)
                position += 1
            case UInt8(ascii: "*"): tokens.append(.run)
            case UInt8(ascii: "?"): tokens.append(.anyOctet)
            case UInt8(ascii: "["):
                if let (set, end) = Self.set(text, position) {
                    tokens.append(set)
                    position = end
                } else {
                    tokens.append(.octet(text[position]))
                }
            case UInt8(ascii: "\\") where position + 1 < text.count:
                position += 1
                tokens.append(.octet(text[position]))
            default: tokens.append(.octet(text[position]))
            }
            position += 1
        }
        self.tokens = tokens
    }

    /// Whether the pattern fits the relative path, in the form of ``ReportedPath``, or its last component.
    func matches(_ relativePath: String) -> Bool {
        let path = ReportedPath.octets(of: relativePath)
        if matches(path[...]) { return true }
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return false }
        return matches(path[(slash + 1)...])
    }

    private func matches(_ path: ArraySlice<UInt8>) -> Bool {
        var states = [Bool](repeating: false, count: tokens.count + 1)
        states[0] = true
        spread(&states)
        for octet in path {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where states[index] {
                switch token {
                case .octet(let wanted): if wanted == octet { next[index + 1] = true }
                case .anyOctet: if octet != UInt8(ascii: "/") { next[index + 1] = true }
                case .set(let ranges, let isNegated):
                    let isIn = ranges.contains { $0.contains(octet) }
                    if isIn != isNegated, octet != UInt8(ascii: "/") { next[index + 1] = true }
                case .run: if octet != UInt8(ascii: "/") { next[index] = true }
                case .deepRun: next[index] = true
                case .folders: if octet == UInt8(ascii: "/") { next[index + 1] = true }
                }
            }
            spread(&next)
            // Inside a folder's name: stays, and must not go on before the slash.
            for (index, token) in tokens.enumerated() where states[index] && token == .folders {
                next[index] = true
            }
            states = next
        }
        return states[tokens.count]
    }

    /// A run may be empty.
    private func spread(_ states: inout [Bool]) {
        for (index, token) in tokens.enumerated() where states[index] && token.mayBeEmpty {
            states[index + 1] = true
        }
    }

    private static func set(_ text: [UInt8], _ start: Int) -> (Token, end: Int)? {
        var position = start + 1
        var isNegated = false
        if position < text.count, text[position] == UInt8(ascii: "!") || text[position] == UInt8(ascii: "^") {
            isNegated = true
            position += 1
        }
        var ranges: [ClosedRange<UInt8>] = []
        let first = position
        while position < text.count {
            let octet = text[position]
            // A bracket that comes first stands for itself.
            if octet == UInt8(ascii: "]"), position > first {
                return (.set(ranges: ranges, isNegated: isNegated), position)
            }
            if position + 2 < text.count, text[position + 1] == UInt8(ascii: "-"),
                text[position + 2] != UInt8(ascii: "]"),
                octet <= text[position + 2]
            {
                ranges.append(octet...text[position + 2])
                position += 3
            } else {
                ranges.append(octet...octet)
                position += 1
            }
        }
        return nil
    }
}
