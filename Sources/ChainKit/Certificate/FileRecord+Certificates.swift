extension FileRecord {
    /// Notes that a certificate of the file, counted from 0, could not be read at all.
    package mutating func note(refusal: CertificateError, at index: Int) {
        let detail = "certificate \(index + 1) does not parse: \(refusal.reason)"
        problems.append(FileProblem(code: .malformed, detail: detail))
    }

    /// Notes that a certificate of the file, counted from 0, could not be read as a whole, where that is so.
    package mutating func note(damageOf certificate: Certificate, at index: Int) {
        guard let damage = certificate.damage else { return }
        let detail = "certificate \(index + 1) is damaged: \(damage)"
        problems.append(FileProblem(code: .malformed, detail: detail))
    }
}
