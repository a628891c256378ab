/// What an error is recognised by: one of each that is given, all in one passage of the text.
struct ErrorSign: Sendable, Hashable {
    var codes: [StatusCodes] = []
    /// Words of programs, `UntrustedRoot`, which no language changes; compared without case.
    var tokens: [String] = []
    /// Numbers of events.
    var events: [Int] = []
    /// Text in lower case, single blanks.
    var phrases: [String] = []
    /// Text that must not be there.
    var absent: [String] = []

    /// How many things it asks for.
    var strength: Int { [codes.isEmpty, tokens.isEmpty, events.isEmpty, phrases.isEmpty].count { !$0 } }
}
