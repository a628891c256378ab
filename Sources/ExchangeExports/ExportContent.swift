/// What one file of exports holds.
package struct ExportContent: Sendable, Hashable {
    /// The format, nil where the file is no export at all.
    package var format: ExportFormat?
    /// The objects in the order of the file.
    package var objects: [ExportedObject]
    /// What could not be read.
    package var problems: [ExportProblem]

    /// Puts a content together.
    package init(
        format: ExportFormat?,
        objects: [ExportedObject] = [],
        problems: [ExportProblem] = []
    ) {
        self.format = format
        self.objects = objects
        self.problems = problems
    }
}
