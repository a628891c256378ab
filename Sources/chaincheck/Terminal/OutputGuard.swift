import ArgumentParser
import ChainKit
import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Refuses a command line whose outputs would destroy what it reads or each other, before anything is read.
///
/// Files are told apart by what they are and not by how they are called: links, hard links and other spellings lead to one file.
struct OutputGuard {
    /// What a path stands for.
    private enum Place: Hashable {
        case file(FileIdentity)
        /// No file yet, by its folder and its name there.
        case new(folder: FileIdentity, name: String)
    }

    private struct Named {
        let option: String
        let path: String
        let place: Place?
    }

    private struct Output {
        let option: String
        let path: String
        let place: Place
        /// Where its octets can be read, nil where nothing is there or nothing could be lost.
        let readablePath: String?
    }

    private let inputs: [Named]
    private let outputs: [Output]

    /// Finds out what the options stand for; an output that cannot be written ends the run.
    init(_ files: NamedFiles) throws {
        inputs =
            files.read.flatMap { option in
                option.paths.map { Named(option: option.name, path: $0, place: Self.place(ofInput: $0)) }
            } + [Named(option: "standard input", path: "-", place: Self.place(of: 0))]
        var outputs: [Output] = []
        var isStandardOutputNamed = false
        for option in files.written {
            for path in option.paths where path != "-" {
                do throws(ReportFile.Failure) {
                    let target = try ReportTarget(path)
                    if case .descriptor(1) = target { isStandardOutputNamed = true }
                    if let output = try Self.output(target, option: option.name, path: path) {
                        outputs.append(output)
                    }
                } catch {
                    throw error.told()
                }
            }
        }
        if !isStandardOutputNamed, let place = Self.place(of: 1) {
            outputs.append(
                Output(option: "standard output", path: "-", place: place, readablePath: Self.path(of: 1))
            )
        }
        self.outputs = outputs
    }

    /// Refuses with exit 64 what would destroy something.
    func check() throws {
        for (number, output) in outputs.enumerated() {
            if let other = outputs[..<number].first(where: { $0.place == output.place }) {
                throw refusal(output, "\(other.option) and \(output.option) are one file")
            }
            if let input = inputs.first(where: { $0.place == output.place }) {
                throw refusal(output, "\(input.option) and \(output.option) are one file")
            }
            if let path = output.readablePath, !Self.isEmptyOrReport(path),
                let input = holder(of: output, path)
            {
                throw refusal(output, "it is among what \(input.option) names, and no report of chaincheck")
            }
        }
    }

    private func refusal(_ output: Output, _ reason: String) -> ExitCode {
        let name = output.path == "-" ? output.option : "\(output.option) \(output.path)"
        StandardError.report(
            "\(name): \(reason)",
            hint: "it would be overwritten: choose another name; nothing was read or written"
        )
        return ExitStatus.usage.code
    }

    /// The input in whose folder the output lies, or that has a link to it.
    private func holder(of output: Output, _ path: String) -> Named? {
        let folders = inputs.filter { input in
            var status = stat()
            return ReportedPath.withSystemPath(of: input.path) { stat($0, &status) } == 0
                && status.st_mode & S_IFMT == S_IFDIR
        }
        guard !folders.isEmpty else { return nil }
        let above = Self.folders(above: path)
        return folders.first { above.contains($0.place) }
            ?? folders.first { folder in
                FolderWalk(roots: [folder.path], includesHidden: true).list().files.contains {
                    FileIdentity($0).map(Place.file) == output.place
                }
            }
    }

    private static func folders(above path: String) -> Set<Place?> {
        var folders: Set<Place?> = []
        var folder = ReportTarget.realPath(path) ?? path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if let identity = FileIdentity(folder.isEmpty ? "/" : folder) { folders.insert(.file(identity)) }
        }
        return folders
    }

    private static func isEmptyOrReport(_ path: String) -> Bool {
        guard let file = try? StreamedInput(path), let octets = try? file.read(upTo: EarlierReport.octets)
        else {
            return false
        }
        return octets.isEmpty || EarlierReport.isOne(octets)
    }

    private static func output(_ target: ReportTarget, option: String, path: String)
        throws(ReportFile.Failure) -> Output?
    {
        switch target {
        case .file(let file, let older?):
            return Output(option: option, path: path, place: .file(FileIdentity(older)), readablePath: file)
        case .file(let file, nil):
            guard let place = newPlace(file) else { throw ReportFile.Failure(path: path, number: errno) }
            return Output(option: option, path: path, place: place, readablePath: nil)
        case .special(let special):
            guard let place = place(ofInput: special), !isCharacterDevice(special) else { return nil }
            return Output(option: option, path: path, place: place, readablePath: nil)
        case .descriptor(let number):
            return place(of: number).map {
                Output(option: option, path: path, place: $0, readablePath: Self.path(of: number))
            }
        }
    }

    private static func place(ofInput path: String) -> Place? {
        FileIdentity(path).map(Place.file) ?? newPlace(path)
    }

    /// Nil where the folder is not there; `errno` then says why.
    private static func newPlace(_ path: String) -> Place? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return FileIdentity(folder).map { .new(folder: $0, name: name) }
    }

    /// The regular file that a descriptor leads to.
    private static func place(of descriptor: Int32) -> Place? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return .file(FileIdentity(status))
    }

    /// The path of a file that is open, nil where the system does not tell.
    static func path(of descriptor: Int32) -> String? {
        guard place(of: descriptor) != nil else { return nil }
        return ReportTarget.realPath("/dev/fd/\(descriptor)")
    }

    private static func isCharacterDevice(_ path: String) -> Bool {
        var status = stat()
        return ReportedPath.withSystemPath(of: path) { stat($0, &status) } == 0
            && status.st_mode & S_IFMT == S_IFCHR
    }
}
