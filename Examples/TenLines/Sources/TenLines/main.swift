import ChainKit
import Foundation

let file = CommandLine.arguments.dropFirst().first ?? "certificate.der"
let certificate = try Certificate(der: [UInt8](Data(contentsOf: URL(fileURLWithPath: file))))
print(file, certificate.isSelfIssued ? "is its own issuer" : "has another issuer")
