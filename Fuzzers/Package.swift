// swift-tools-version: 6.2

// A package of its own, so that whoever uses or builds Yardstick never builds the fuzzers.

import PackageDescription

let dependencies: [Target.Dependency] = [
  "CFuzzer", .product(name: "Yardstick", package: "yardstick"),
]

let package = Package(
  name: "fuzzers",
  dependencies: [.package(name: "yardstick", path: "..")],
  targets: [
    // The declaration of libFuzzer's driver.
    .target(name: "CFuzzer"),

    // Lua text that nobody has to trust, under a tiny budget.
    .executableTarget(name: "FuzzChunk", dependencies: dependencies),

    // Messages between a process and its workers, in both directions.
    .executableTarget(name: "FuzzProtocol", dependencies: dependencies),

    // What scripts return, as text.
    .executableTarget(name: "FuzzValues", dependencies: dependencies),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
