// swift-tools-version: 6.2

// A package of its own, so that whoever uses or builds Yardstick never builds the benchmarks.

import PackageDescription

let yardstick = Target.Dependency.product(name: "Yardstick", package: "yardstick")

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "yardstick", path: "..")],
  targets: [
    // Lua as Debian ships it, without limits, to compare with.
    .target(name: "StockLua", linkerSettings: [.linkedLibrary("lua5.4")]),

    // What the sandbox costs: a worker, a state, and the limits of an evaluation.
    .executableTarget(name: "SandboxCosts", dependencies: ["StockLua", yardstick]),

    // Very many evaluations in one process, and what they leave behind.
    .executableTarget(name: "Soak", dependencies: [yardstick]),

    // The made-up register of register/, and its measures written by hand in C.
    .executableTarget(name: "GenerateRegister", linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(name: "ReferenceRegister"),
  ]
)

for target in package.targets where target.type == .executable {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
