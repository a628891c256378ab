/// Where in which file something stands.
package struct ExportPlace: Sendable, Hashable {
    /// The file as the user named it or as it was found.
    package let path: String
    /// The line, from 1.
    package let line: Int

    /// Names a line of a file.
    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}
