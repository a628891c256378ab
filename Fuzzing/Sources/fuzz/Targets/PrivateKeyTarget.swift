import ChainKit

enum PrivateKeyTarget {
    static func run(_ octets: [UInt8]) {
        let content = FileTarget.reader.read(octets, path: "fuzz")
        for key in content.record.privateKeys { require(key == key, "a key differs from itself") }
    }
}
