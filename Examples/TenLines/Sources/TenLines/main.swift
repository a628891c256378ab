import ChainKit
import Foundation

let file = CommandLine.arguments.dropFirst().first ?? "certificate.der"
let certificate = try Certificate(der: [UInt8](Data(contentsOf: URL(fileURLWithPath: file))))
print(certificate.thumbprint, certificate.isSelfIssued ? "names itself as its issuer" : "names another issuer")
