package import ChainKit
package import ExchangeExports
package import ExchangeKit
import TestSupport

extension ExportedObject {
    /// An object as a reader of exports gives it.
    package static func forged(
        _ properties: KeyValuePairs<String, ExportedValue>,
        type: String? = nil,
        text: String? = nil,
        file: String = "export.xml",
        line: Int = 1
    ) -> ExportedObject {
        ExportedObject(
            typeNames: type.map { [$0, "System.Object"] } ?? [],
            text: text,
            properties: properties.map { Property($0.key, $0.value) },
            place: ExportPlace(path: file, line: line)
        )
    }
}

extension ExportedValue {
    /// An enumeration's value as CliXML has it: the words and the number.
    package static func enumeration(_ text: String, _ number: Int64) -> ExportedValue {
        .object(
            ExportedObject(
                text: text,
                content: .integer(number),
                place: ExportPlace(path: "export.xml", line: 1)
            )
        )
    }

    /// An object in an object, its text kept.
    package static func named(_ text: String) -> ExportedValue {
        .object(ExportedObject(text: text, place: ExportPlace(path: "export.xml", line: 1)))
    }

    /// A list of texts.
    package static func texts(_ texts: String...) -> ExportedValue {
        .list(texts.map { .text($0) }, isCut: false)
    }
}

/// The type names under which Exchange exports.
package enum ExchangeTypes {
    package static let certificate =
        "Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"
    package static let sendConnector =
        "Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig"
    package static let receiveConnector =
        "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector"
}

/// Assembles objects as if each file had held them.
package func assemble(_ objects: ExportedObject..., beside files: [FileContent] = []) -> InventoryContent {
    var assembly = InventoryAssembly()
    var order: [String] = []
    for object in objects where !order.contains(object.place.path) { order.append(object.place.path) }
    for path in order {
        let content = ExportContent(format: .clixml, objects: objects.filter { $0.place.path == path })
        assembly.add(ExportFile(content, path: path))
    }
    for file in files { assembly.add(file) }
    return assembly.finish()
}
