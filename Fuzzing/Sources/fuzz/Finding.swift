/// Ends the process where a claim about the result does not hold, which libFuzzer reports like any other crash.
func require(_ claim: Bool, _ words: @autoclosure () -> String) {
    if !claim { fatalError(words()) }
}
