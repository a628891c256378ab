// swift-tools-version: 6.2
import PackageDescription

// ChainKit needs libcrypto (OpenSSL 3), libexpat and libidn2 of the system, with their headers and pkg-config.
let package = Package(
    name: "TenLines",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "chaincheck", path: "../..")],
    targets: ["audit-folder", "verify-chain", "predict-exchange", "own-report"].map {
        .executableTarget(
            name: $0,
            dependencies: ["ChainKit", "ExchangeKit"].map { .product(name: $0, package: "chaincheck") }
        )
    }
)
