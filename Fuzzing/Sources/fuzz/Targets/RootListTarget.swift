@testable import ChainKit

enum RootListTarget {
    static func run(_ octets: [UInt8]) {
        guard let list = try? MicrosoftRootList(stl: octets, certificates: []) else { return }
        _ = list.ageInDays(at: Instant(seconds: 1_800_000_000))
        _ = list.thisUpdate.rfc3339
        for entry in list.entries {
            _ = entry.displayName
            _ = entry.disabled.instant?.rfc3339
            _ = entry.notBefore.instant?.rfc3339
            for purpose in [KeyPurpose.serverAuthentication, .clientAuthentication] {
                let instant = Instant(seconds: 1_800_000_000)
                _ =
                    list.verdict(on: entry.thumbprint, for: purpose, leafNotBefore: instant, at: instant)
                    .reason
            }
        }
        // A fuzzer cannot sign for Microsoft.
        if let signature = try? list.verifySignature() { _ = signature }
    }
}
