import Testing

/// `Scripts/check_chaincheck`: exit codes and the line of a monitoring plugin.
@Suite("the monitoring plugin")
struct MonitoringPluginTests {
    @Test(
        "turns exit codes into states",
        arguments: [
            ("audit fit @trust", 0, "OK - 1 judged, 0 not fit, 0 not read | judged=1 unfit=0 unread=0"),
            (
                "audit both @trust", 2,
                "CRITICAL - 1 judged, 1 not fit, 1 not read | judged=1 unfit=1 unread=1"
            ),
            (
                "audit unread @trust", 3,
                "UNKNOWN - could not be read whole: 1 judged, 0 not fit, 1 not read | judged=1 unfit=0 unread=1"
            ),
            ("audit empty @trust", 3, "UNKNOWN - nothing was there to judge | judged=0 unfit=0 unread=0"),
            (
                "timeline unfit @trust", 2,
                "CRITICAL - 1 judged, 1 not fit, 0 not read | judged=1 unfit=1 unread=0"
            ),
            (
                "audit", 3,
                "UNKNOWN - chaincheck ended with 64: Error: name at least one file or folder, or - for standard input"
                    + " | judged=0 unfit=0 unread=0"
            ),
        ] as [(String, Int32, String)]
    )
    func turnsCodesIntoStates(_ arguments: String, _ code: Int32, _ line: String) throws {
        let run = try ExitCodeWorld().run("CHAINCHECK=$BINARY @scripts/check_chaincheck \(arguments)")
        #expect(run.code == code)
        #expect(run.output == "CHAINCHECK \(line)\n")
    }
}
