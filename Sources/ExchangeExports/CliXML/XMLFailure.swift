/// Why a document is not well-formed.
struct XMLFailure {
    /// Where the parser gave up.
    let line: Int
    /// What is wrong as the parser says it, nil where the document is only cut off.
    let words: String?

    /// What is wrong, and what it has cost: the object that begins in a line and has no end.
    func reason(lost: Int?) -> String {
        let reason = words.map { "no well-formed XML from here on (\($0))" }
        let loss = lost.map { ", and the object that begins in line \($0) is left out" }
        return (reason ?? "the file ends before its last element does") + (loss ?? "")
    }
}
