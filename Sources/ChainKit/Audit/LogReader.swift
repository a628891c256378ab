import OpenSSLBridge

/// Fetches what a log speaks of: octets that were laid down, or else from the file, which is read again and
/// held against the log's digests.
///
/// Belongs to one worker, who asks in the order of the log and now and then begins elsewhere: what was read
/// again stays at hand for the certificates beside.
final class LogReader {
    /// An input, or a part of one, that was read again.
    private struct Source {
        let input: Int
        let part: Int?
        let entries: Range<CertificateLog.Entry>
        let record: FileRecord
        let certificates: ArraySlice<EncodedCertificate>
        /// What to say of it where it is not what it was at first, nil where it is.
        let change: FileProblem?
    }

    private let reader: InputReader
    private let container: LastContainer
    private let worker: Worker
    private var laidDown = LogOctetsReader()
    private var source: Source?

    init(_ reader: InputReader, sharing container: LastContainer, by worker: Worker) {
        self.reader = reader
        self.container = container
        self.worker = worker
    }

    /// The octets of a certificate; nil where the file does not hold it any more.
    func octets(of entry: CertificateLog.Entry, in log: borrowing CertificateLog) -> [UInt8]? {
        if let octets = laidDown.octets(of: entry, in: log.octets) { return octets }
        let source = source(of: entry, in: log)
        let index = source.certificates.startIndex + Int(entry - source.entries.lowerBound)
        guard source.certificates.indices.contains(index) else { return nil }
        let der = source.certificates[index].der
        return source.change == nil || isLogged(der, entry, in: log) ? der : nil
    }

    /// The record of an input: that of the last reading where something else was found than at first.
    func record(of input: Int, in log: borrowing CertificateLog) -> FileRecord {
        if change(of: input) == nil, let known = log.plainRecord(of: input) { return known }
        return source(input, in: log).record
    }

    /// What to say of an input, or a part of one, that had to be read again and was not what it was at first.
    func change(of input: Int, part: Int? = nil) -> FileProblem? {
        guard let source, source.input == input, source.part == part else { return nil }
        return source.change
    }

    private func isLogged(
        _ der: [UInt8],
        _ entry: CertificateLog.Entry,
        in log: borrowing CertificateLog
    ) -> Bool {
        SHA256Digest(of: der, in: worker.digests) == log.digest(of: entry)
    }

    private func source(of entry: CertificateLog.Entry, in log: borrowing CertificateLog) -> Source {
        if let source, source.entries.contains(entry) { return source }
        let place = log.place(of: entry)
        return source(place.input, part: log.divided[place.input]?.part(of: place.index), in: log)
    }

    private func source(_ input: Int, part: Int? = nil, in log: borrowing CertificateLog) -> Source {
        if let source, source.input == input, source.part == part { return source }
        let entries = log.entries(of: input, part: part)
        let (record, certificates, failure) = read(input, part: part, in: log)
        let isUnchanged =
            log.kept[input] != nil
            || certificates.count == entries.count
                && zip(certificates, entries).allSatisfy { isLogged($0.der, $1, in: log) }
        let source = Source(
            input: input,
            part: part,
            entries: entries,
            record: record,
            certificates: certificates,
            change: isUnchanged ? nil : failure ?? .changed(part.flatMap { log.divided[input]?.parts[$0] })
        )
        self.source = source
        return source
    }

    private func read(
        _ input: Int,
        part: Int?,
        in log: borrowing CertificateLog
    ) -> (FileRecord, ArraySlice<EncodedCertificate>, failure: FileProblem?) {
        guard let part, let file = log.divided[input] else {
            let content = read(input, in: log)
            return (content.record, content.certificates[...], nil)
        }
        guard let segments = file.segments else {
            let content = container.content(of: input) { read(input, in: log) }
            let rest = content.certificates.dropFirst(file.parts[part].lowerBound)
            // What a file has grown by belongs to the last part.
            let isLast = part == file.parts.count - 1
            return (content.record, isLast ? rest : rest.prefix(file.parts[part].count), nil)
        }
        do throws(FileOctets.Failure) {
            // The first pass has decoded the private keys, which takes longer than all else in such a file.
            let content = try reader.withoutPrivateKeys.read(segments, part)
            return (content.record, content.certificates[...], nil)
        } catch {
            let record = reader.record(of: error, path: file.record.path)
            return (record, [], record.worstProblem)
        }
    }

    private func read(_ input: Int, in log: borrowing CertificateLog) -> FileContent {
        log.kept[input] ?? log.inputs[input].content(reader, with: worker.files)
    }
}

/// The container that was read again last, for all workers: each judges other parts of it.
final class LastContainer: Sendable {
    private let last = Locked<(input: Int, content: FileContent)?>(nil)

    /// Reads it unless it is the one that was asked for last; who asks meanwhile waits.
    func content(of input: Int, _ read: () -> FileContent) -> FileContent {
        last.withLock { last in
            if let last, last.input == input { return last.content }
            let content = read()
            last = (input, content)
            return content
        }
    }
}

extension FileProblem {
    /// What is said of a file that is not what it was.
    static func changed(_ how: String) -> FileProblem {
        FileProblem(code: .unreadable, detail: "changed while it was audited: \(how); audit it again")
    }

    /// Certificates at some places of a file are not what they were; nil stands for all of them.
    fileprivate static func changed(_ places: Range<Int>?) -> FileProblem {
        let which = places.map { "certificates \($0.lowerBound + 1) to \($0.upperBound)" }
        return .changed("\(which ?? "its certificates") are not what they were at first")
    }
}
