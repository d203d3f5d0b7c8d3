// swift-tools-version: 6.1
import PackageDescription

/// Settings of every target: Swift 6 language mode comes with the tools version; these make module
/// boundaries explicit.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library target. What it may import is exactly `dependencies`: `script/lint` builds with
/// `--explicit-target-dependency-import-check error`.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: resources[name] ?? [], swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

/// Data that a module reads at run time. It is found by the search path of `DataLocator`, not bundled.
let resources: [String: [String]] = [
    "Geoparsing": ["Resources"],
    "TemporalTagging": ["Resources"],
    "EventExtraction": ["Resources"],
    "MapExport": ["Resources"],
]

let package = Package(
    name: "dateline",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "dateline", targets: ["DatelineCLI"]),
        .library(name: "DatelineKit", targets: ["DatelineKit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        .systemLibrary(
            name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        module("Tables"),
        module("GeoTypes"),
        module("Geodesy", ["GeoTypes", "CPROJ"]),
        module("Articles", ["Tables", "CXML2", "CZlib"]),
        module("Gazetteers", ["GeoTypes", "Tables", "CZlib"]),
        module("Geoparsing", ["Articles", "Gazetteers", "GeoTypes", "Geodesy", "Tables"]),
        module("TemporalTagging", ["Articles", "Tables"]),
        module("EventExtraction", ["Articles", "Gazetteers", "Geoparsing", "Tables", "TemporalTagging"]),
        module("MapExport", ["GeoTypes", "Tables", "CSQLite", "CZlib"]),
        module(
            "DatelineKit",
            [
                "GeoTypes", "Geodesy", "Articles", "Gazetteers", "Geoparsing", "TemporalTagging",
                "EventExtraction", "MapExport", "Tables",
            ]),
        module(
            "Evaluation",
            [
                "Articles", "CXML2", "DatelineKit", "EventExtraction", "Gazetteers", "GeoTypes", "Geodesy",
                "Geoparsing", "TemporalTagging",
            ]),
        module("Training", ["Articles", "Evaluation", "Gazetteers", "GeoTypes", "Geodesy", "Geoparsing", "Tables"]),
        .executableTarget(
            name: "Train",
            dependencies: [
                "Articles", "DatelineKit", "Evaluation", "Gazetteers", "Geoparsing", "MapExport", "Training",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "DatelineCLI",
            dependencies: [
                "DatelineKit", "Evaluation", "Articles", "EventExtraction", "Gazetteers", "Geoparsing", "GeoTypes",
                "Geodesy", "MapExport", "TemporalTagging", "Training",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("Tables", ["Tables"]),
        tests("Geodesy", ["Geodesy", "GeoTypes", "TestSupport"]),
        tests("Articles", ["Articles", "TestSupport"]),
        tests("Gazetteers", ["Gazetteers", "GeoTypes"]),
        tests("Geoparsing", ["Geoparsing", "Gazetteers", "Articles", "GeoTypes", "TestSupport"]),
        tests("TemporalTagging", ["TemporalTagging", "Articles", "Evaluation", "TestSupport"]),
        tests(
            "EventExtraction",
            ["EventExtraction", "TemporalTagging", "Geoparsing", "Gazetteers", "GeoTypes", "Articles", "Tables"]),
        tests("MapExport", ["MapExport", "GeoTypes", "TestSupport"]),
        tests("Evaluation", ["Evaluation", "EventExtraction", "Geoparsing", "Gazetteers", "GeoTypes", "Articles"]),
        tests("DatelineKit", ["DatelineKit", "Articles", "GeoTypes", "MapExport", "TestSupport"]),
        tests("DatelineCLI", ["DatelineKit", "Evaluation"]),
    ]
)
