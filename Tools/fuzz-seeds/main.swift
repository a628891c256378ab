import Foundation

// The seeds of the fuzzers, which Scripts/fuzz asks for: fuzz-seeds FOLDER. The tests' forge makes them.
guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: fuzz-seeds FOLDER\n".utf8))
    exit(64)
}
let folder = SeedFolder(path: CommandLine.arguments[1])
try CertificateSeeds(folder).writeAll()
try ExchangeSeeds(folder).writeAll()
