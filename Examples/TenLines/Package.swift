// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "TenLines",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "chaincheck", path: "../..")],
    targets: [
        .executableTarget(
            name: "TenLines",
            dependencies: [.product(name: "ChainKit", package: "chaincheck")]
        )
    ]
)
