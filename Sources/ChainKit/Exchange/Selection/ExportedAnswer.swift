/// What an export says to a question of yes or no.
enum ExportedAnswer: Sendable, Hashable {
    case yes, no, unknown

    init(_ value: Bool?) {
        self =
            switch value {
            case true?: .yes
            case false?: .no
            case nil: .unknown
            }
    }
}
