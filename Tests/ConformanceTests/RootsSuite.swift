import ChainKit
import Foundation

/// Where the root list's expected results lie, and how they are read.
enum RootsSuite {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/suites/roots").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static let purposes: [String: KeyPurpose] = [
        "server_auth": .serverAuthentication, "client_auth": .clientAuthentication, "email": .emailProtection,
        "code_signing": .codeSigning, "time_stamping": .timeStamping,
    ]

    static func lines(_ name: String) throws -> [Data] {
        try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n")).map {
            Data($0)
        }
    }

    static func lines(gzipped name: String) throws -> [Data] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", folder.appending(path: name).path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return data.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }
}
