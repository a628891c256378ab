// Tells whether the chain in a file is good for a name on Microsoft's list: swift run verify-chain CHAIN NAME
import ChainKit
import Foundation

guard CommandLine.arguments.count == 3, let name = ReferenceIdentifier(CommandLine.arguments[2]) else {
    print("usage: verify-chain CHAIN NAME")
    exit(64)
}
let content = InputReader().read(path: CommandLine.arguments[1])
let chain = try content.certificates.map { try Certificate(der: $0.der) }
guard let target = chain.first else { exit(2) }
guard let now = Instant(timeIntervalSince1970: Date().timeIntervalSince1970) else { exit(70) }
var request = VerificationRequest(target, intermediates: Array(chain.dropFirst()), time: now)
request.references = [name]
let verification = Verifier(anchors: try MicrosoftRootList.embedded()).verify(request)
print(verification.answer.rawValue, verification.objections.map(\.code))
