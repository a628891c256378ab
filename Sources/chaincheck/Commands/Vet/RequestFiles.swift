import ArgumentParser
import ChainKit
import Reports

/// Reads certificate requests, and says what is wrong with files that hold none.
enum RequestFiles {
    /// The only request of a file.
    static func request(at path: String, _ reader: InputReader) throws -> CertificateRequest {
        let content = try reader.content(named: path)
        guard let der = content.requests.first else {
            // A request that is there and damaged was not read.
            let isDamaged = content.record.kind == .certificateRequest
            throw complaint(path, reason(content), isDamaged ? .unread : content.record.absence)
        }
        guard content.requests.count == 1 else {
            throw complaint(path, "\(content.requests.count) certificate requests: give them one by one")
        }
        return try parse(der, path: path)
    }

    /// The keys of every certificate and request of a file.
    static func keys(at path: String, _ reader: InputReader) throws -> [NeighbouringKey] {
        let content = try reader.content(named: path)
        let certificates = content.certificates.compactMap { try? Certificate(der: $0.der) }
        let requests = try content.requests.map { try parse($0, path: path) }
        guard !certificates.isEmpty || !requests.isEmpty else {
            throw complaint(path, reason(content, wanted: "neither a certificate nor a request"))
        }
        return certificates.map { NeighbouringKey($0, path: path) }
            + requests.map { NeighbouringKey($0, path: path) }
    }

    private static func parse(_ der: [UInt8], path: String) throws -> CertificateRequest {
        do throws(CertificateError) {
            return try CertificateRequest(der: der)
        } catch {
            throw complaint(path, "the certificate request does not parse: \(error.reason)")
        }
    }

    private static func reason(_ content: FileContent, wanted: String = "no certificate request") -> String {
        if content.record.kind == .certificateRequest { return "the certificate request is damaged" }
        guard let problem = content.record.worstProblem else { return "\(wanted) is in it" }
        // A pipe was not looked into, so nobody may say what is in it.
        let isRead = content.record.kind != .special
        return isRead && problem.code == .notACertificate ? "\(wanted) is in it" : problem.message
    }

    private static func complaint(
        _ path: String,
        _ reason: String,
        _ status: ExitStatus = .unread
    ) -> ExitCode {
        StandardError.report("\(PrintableText.escape(path)): \(reason)")
        return status.code
    }
}
