#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A new empty folder, removed with all that is in it when the value goes.
package final class TemporaryFolder: Sendable {
    /// The absolute path, without a slash at the end.
    package let path: String

    package init() {
        var template = Array("/tmp/chaincheck-test-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder")
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { Self.remove(path.utf8CString.map { $0 }) }

    /// Writes a file, making the folders above it, and gives its whole path.
    @discardableResult
    package func write(_ octets: [UInt8], to name: String) -> String {
        let whole = path + "/" + name
        var parent = path
        for component in name.split(separator: "/").dropLast() {
            parent += "/" + component
            mkdir(parent, 0o755)
        }
        let file = open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        precondition(file >= 0, "cannot write \(whole)")
        defer { close(file) }
        var written = 0
        while written < octets.count {
            let count = octets[written...].withUnsafeBytes { systemWrite(file, $0) }
            precondition(count > 0, "cannot write \(whole)")
            written += count
        }
        return whole
    }

    /// Writes text, making the folders above it, and gives its whole path.
    @discardableResult
    package func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

    /// Writes a file whose name may be any octets.
    package func write(_ octets: [UInt8], toName name: [UInt8]) {
        let whole = (Array(path.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
        let file = open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        precondition(file >= 0, "cannot write \(name)")
        defer { close(file) }
        let written = octets.withUnsafeBytes { systemWrite(file, $0) }
        precondition(written == octets.count, "cannot write \(name)")
    }

    /// Makes a symbolic link and gives its whole path.
    @discardableResult
    package func link(_ name: String, to target: String) -> String {
        let whole = path + "/" + name
        precondition(symlink(target, whole) == 0, "cannot link \(whole)")
        return whole
    }

    /// By octets: a name need not be UTF-8.
    private static func remove(_ path: [CChar]) {
        guard unlink(path) != 0, let folder = opendir(path) else { return }
        var names: [[CChar]] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { raw in
                    raw.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
                }
            )
        }
        closedir(folder)
        chmod(path, 0o755)
        let parents: [[CChar]] = [[0x2e, 0], [0x2e, 0x2e, 0]]
        for name in names where !parents.contains(name) { remove(path.dropLast() + [0x2f] + name) }
        rmdir(path)
    }
}

/// `write(2)`, out of the reach of the method of that name.
private func systemWrite(_ file: Int32, _ octets: UnsafeRawBufferPointer) -> Int {
    write(file, octets.baseAddress, octets.count)
}
