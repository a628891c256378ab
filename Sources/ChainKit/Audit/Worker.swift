import OpenSSLBridge

/// What one thread works with: what it reads and digests with, and what it has found out and need not ask
/// others for.
///
/// ``OrderedChunks`` hands one to whatever runs on a thread, so that nothing in it needs a lock or shares a
/// counter with another processor. Everything in it has a limit and forgets beyond it; losing a worker costs
/// time and nothing else.
package final class Worker {
    /// What stands in many certificates.
    let certificates = CertificateMemory()
    /// What small files are read with.
    let files = SmallFileReader()
    /// Who issued what, for the path builder that was asked last.
    let issuers = IssuerMemory()
    /// What conformance rules say of issuers.
    let findings = IssuerFindings()

    /// A worker that knows nothing yet.
    package init() {}

    /// Contexts to digest in.
    var digests: DigestContexts { certificates.digests }
}
