// swift-tools-version: 6.1
import PackageDescription

/// libFuzzer targets; built by `script/fuzz` only. A package of its own, because everything in it is built with
/// `-sanitize=fuzzer`.
let flags: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]

func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: ["FuzzSupport", .product(name: "DatelineKit", package: "dateline")],
        path: "Sources/" + name,
        swiftSettings: flags, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
}

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "dateline", path: "../..")],
    targets: [
        .target(name: "FuzzSupport"),
        fuzzer("FuzzReaders"), fuzzer("FuzzIndex"), fuzzer("FuzzDates"), fuzzer("FuzzCoordinates"),
        fuzzer("FuzzStreams"), fuzzer("FuzzTables"),
    ])
