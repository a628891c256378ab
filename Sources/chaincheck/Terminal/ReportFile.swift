import ArgumentParser
import ChainKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a report's octets go: standard output or a file.
///
/// A file is an ``UnfinishedReport`` until it is whole: a run that fails leaves an earlier report as it was. A link keeps
/// leading where it led. A device, a pipe or a descriptor of the shell's is written to as it is: a file that takes its
/// name would stand in its place.
struct ReportFile {
    /// Why a report cannot be written.
    struct Failure: Error {
        let path: String
        /// The system's error.
        let number: Int32

        /// The exit code of a report that was not written: EX_IOERR of sysexits.h.
        static let exitCode = ExitStatus.reportNotWritten.code

        /// Says so, and gives the exit code.
        func told() -> ExitCode {
            StandardError.report("cannot write \(path): \(String(cString: strerror(number)))")
            return Self.exitCode
        }
    }

    private enum Destination {
        case standardOutput
        case open(Int32, path: String)
        case unfinished(UnfinishedReport)
    }

    private let destination: Destination

    /// Opens a new file, or takes standard output where there is no path.
    init(_ path: String?) throws {
        do throws(Failure) {
            destination = try Self.open(path)
        } catch {
            throw error.told()
        }
    }

    private static func open(_ path: String?) throws(Failure) -> Destination {
        guard let path else { return .standardOutput }
        switch try ReportTarget(path) {
        case .file(let target, let older):
            return .unfinished(try UnfinishedReport(path: target, replacing: older))
        case .special(let target):
            // A pipe waits here for its reader, as the shell's `>` does.
            let opened = ReportedPath.withSystemPath(of: target) { systemOpen($0, O_WRONLY | O_CLOEXEC) }
            guard opened >= 0 else { throw Failure(path: path, number: errno) }
            return .open(opened, path: path)
        case .descriptor(let number):
            // A second one of the same: what was written there before stays in front.
            let opened = fcntl(number, F_DUPFD_CLOEXEC, 3)
            guard opened >= 0 else { throw Failure(path: path, number: errno) }
            return .open(opened, path: path)
        }
    }

    /// Writes all octets.
    func write(_ octets: [UInt8]) throws {
        switch destination {
        case .standardOutput: try StandardOutput.write(octets)
        case .open(let descriptor, let path): try Self.write(octets, to: descriptor, path)
        case .unfinished(let report): try Self.write(octets, to: report.descriptor, report.path)
        }
    }

    private static func write(_ octets: [UInt8], to descriptor: Int32, _ path: String) throws {
        var start = 0
        while start < octets.count {
            let count = octets.withUnsafeBytes { systemWrite(descriptor, $0, from: start) }
            if count >= 0 {
                start += count
            } else if errno == EAGAIN {
                StandardOutput.waitForRoom(in: descriptor)
            } else if errno != EINTR {
                throw Failure(path: path, number: errno).told()
            }
        }
    }

    /// Closes the file.
    ///
    /// It gets its name where the report is whole; else the older one stays, and it is said where
    /// the unfinished one lies.
    func close(isWhole: Bool = true) throws {
        switch destination {
        case .standardOutput: break
        case .open(let descriptor, let path):
            guard systemClose(descriptor) == 0 else { throw Failure(path: path, number: errno).told() }
        case .unfinished(let report):
            guard isWhole else {
                if let sentence = report.leave() { StandardError.report(sentence) }
                return
            }
            do throws(Failure) {
                try report.finish()
            } catch {
                throw error.told()
            }
        }
    }

    /// Removes what was written of a report that does not come to its end.
    func discard() {
        if case .unfinished(let report) = destination { report.discard() }
    }

    /// Writes a whole report.
    static func write(_ octets: [UInt8], to path: String?) throws { try write([(octets, path)]) }

    /// Writes several reports: none gets its name before all of them are written.
    static func write(_ reports: [(octets: [UInt8], path: String?)]) throws {
        var files: [ReportFile] = []
        do {
            for report in reports { files.append(try ReportFile(report.path)) }
            for (file, report) in zip(files, reports) { try file.write(report.octets) }
            for file in files { try file.close() }
        } catch {
            for file in files { file.discard() }
            throw error
        }
    }
}

// Outside the type, where the names mean the system calls.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }

private func systemWrite(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer, from start: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: octets[start...])
    return write(descriptor, rest.baseAddress, rest.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
