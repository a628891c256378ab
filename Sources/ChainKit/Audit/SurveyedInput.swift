/// What the first reading got from one input, passed on and kept by reference.
final class SurveyedInput: Sendable {
    let content: FileContent
    let survey: InputSurvey

    init(_ content: FileContent, parsed: ParsedAuthorities, memory: CertificateMemory? = nil) {
        self.content = content
        survey = InputSurvey(content, parsed: parsed, memory: memory)
    }
}
