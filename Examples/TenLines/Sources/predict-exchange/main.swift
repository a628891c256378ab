// Tells which certificate each connector of an export presents: swift run predict-exchange EXPORTS
import ChainKit
import ExchangeKit
import Foundation

guard CommandLine.arguments.count == 2 else {
    print("usage: predict-exchange EXPORTS")
    exit(64)
}
guard let now = Instant(timeIntervalSince1970: Date().timeIntervalSince1970) else { exit(70) }
let exports = InventoryReader().read([CommandLine.arguments[1]])
let diagnostician = Diagnostician(trust: .microsoft(try MicrosoftRootList.embedded()), beside: exports.files)
let diagnosis = diagnostician.diagnose(exports.inventory, at: now)
for prediction in diagnosis.situation.connectors {
    let presented = prediction.choice.presented?.installed.thumbprint ?? "none"
    print(prediction.outcome.word, prediction.connector.identity, presented)
}
print(diagnosis.findings.map(\.rule))
