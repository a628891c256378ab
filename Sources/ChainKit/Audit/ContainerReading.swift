import OpenSSLBridge

/// Reads containers of very many certificates once, for all threads that judge parts of them.
struct ContainerReading: Sendable {
    /// What a container gave, and how many parts have not asked for it yet.
    private struct Opened {
        let content: FileContent
        let digests: [SHA256Digest]
        var partsLeft: Int
    }

    private let parts: [Int: Int]
    private let opened = Locked<[Int: Opened]>([:])

    /// Takes how many parts each container has, by its input.
    init(_ parts: [Int: Int]) { self.parts = parts }

    /// A container's content with the digests of its certificates; forgotten once each part has asked.
    ///
    /// The first that asks calls `read`, while the others wait.
    func content(
        of input: Int,
        _ read: () -> (FileContent, [SHA256Digest])
    ) -> (content: FileContent, digests: [SHA256Digest]) {
        opened.withLock { opened in
            var entry: Opened
            if let known = opened[input] {
                entry = known
            } else {
                let (content, digests) = read()
                entry = Opened(content: content, digests: digests, partsLeft: parts[input] ?? 1)
            }
            entry.partsLeft -= 1
            opened[input] = entry.partsLeft > 0 ? entry : nil
            return (entry.content, entry.digests)
        }
    }
}
