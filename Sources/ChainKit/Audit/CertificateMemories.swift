import OpenSSLBridge

/// Memories for the workers of one audit, of both its passes: each takes one, works, and gives it back.
final class CertificateMemories: Sendable {
    private let free = Locked<[CertificateMemory]>([])

    /// Runs a piece of work with a memory that no other worker has meanwhile.
    func lend<Result, Failure: Error>(
        _ work: (CertificateMemory) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let memory = free.withLock { $0.popLast() } ?? CertificateMemory()
        defer { free.withLock { $0.append(memory) } }
        return try work(memory)
    }
}
