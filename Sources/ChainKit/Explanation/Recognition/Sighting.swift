/// Something in a passage by which errors are known.
enum Sighting: Sendable, Hashable {
    case code(StatusCode, at: Int)
    case token(String, at: Int)
    case event(Int, at: Int)
    case phrase(String, at: Int)

    /// Where it stands in its passage.
    var position: Int {
        switch self {
        case .code(_, let position), .token(_, let position), .event(_, let position),
            .phrase(_, let position):
            position
        }
    }

    /// As it is shown: nil for a phrase, which the reader sees himself.
    var text: String? {
        switch self {
        case .code(let code, _): code.text
        case .token(let token, _): token
        case .event(let number, _): "event \(number)"
        case .phrase: nil
        }
    }
}
