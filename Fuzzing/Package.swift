// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds chaincheck builds this. Scripts/fuzz gives the flags that make it
// a fuzzer: a plain `swift build` here finds no LLVMFuzzerRunDriver to link to.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "chaincheck", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                .product(name: "ChainKit", package: "chaincheck"),
                .product(name: "ExchangeKit", package: "chaincheck"),
                .product(name: "Reports", package: "chaincheck"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
        )
    ]
)
