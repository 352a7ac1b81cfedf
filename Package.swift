// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "yardstick",
  products: [
    .library(name: "Yardstick", targets: ["Yardstick"]),
    .executable(name: "yardstick", targets: ["YardstickCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // Everything typed that scripts may name, loaded from YAML; the document audit.
    .target(
      name: "Catalog",
      dependencies: ["Diagnostics", "Quantities", .product(name: "Yams", package: "Yams")]),
    .testTarget(name: "CatalogTests", dependencies: ["Catalog", "CatalogTestSupport"]),

    // A small invented catalogue that the tests of several modules share.
    .target(
      name: "CatalogTestSupport", dependencies: ["Catalog"], path: "Tests/CatalogTestSupport"),

    // Debian's libedit, found through pkg-config.
    .systemLibrary(
      name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),

    // libedit behind functions of fixed arguments; signals, and whose terminal it is.
    .target(name: "CLineEditing", dependencies: ["CEdit"]),

    // Debian's liblua5.4, found through pkg-config.
    .systemLibrary(
      name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),

    // Trampolines, memory accounting and limits in C: every longjmp stays here.
    .target(name: "CLuaShim", dependencies: ["CLua"]),

    // The bytes of registers: where records end, and which keys were read before.
    .target(name: "CRegister"),

    // How a process locks itself down before it runs what it does not trust.
    .target(name: "CSandbox"),

    // Tables and queries of SQLite databases as rows of CSV.
    .target(
      name: "Databases",
      dependencies: [
        "DataSources", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "DatabasesTests",
      dependencies: [
        "DataSources", "Databases", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
      ]),

    // CSV and JSON Lines with positions, decoded into typed rows of observations and subjects.
    .target(
      name: "DataSources", dependencies: ["Catalog", "Diagnostics", "Quantities", "Wire"]),
    .testTarget(name: "DataSourcesTests", dependencies: ["DataSources", "SampleRegister"]),

    // Sources, findings and how they are shown.
    .target(name: "Diagnostics", dependencies: ["Wire"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),

    // The command line as its users see it: whole commands and their exact output.
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "TerminalTestSupport", "YardstickCommand",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Attacks", "Fixtures"]),

    // Assessments, decisions and their explanations.
    .target(
      name: "Evaluation",
      dependencies: [
        "Catalog", "DataSources", "Diagnostics", "LuaRuntime", "Quantities", "Scripting",
        "Statistics", "Wire",
      ]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"]),

    // Entries from a person at the terminal, with history and completion, or from a pipe.
    .target(name: "LineEditing", dependencies: ["CLineEditing", "Diagnostics"]),

    // A prompt that tells what it was given, for the tests of LineEditing.
    .executableTarget(
      name: "LineEditingProbe", dependencies: ["Diagnostics", "LineEditing"],
      path: "Tests/LineEditingProbe"),
    .testTarget(
      name: "LineEditingTests",
      dependencies: ["Diagnostics", "LineEditing", "LineEditingProbe", "TerminalTestSupport"]),

    // Safe Lua states, values and calls; the only Swift that touches unsafe pointers.
    .target(name: "LuaRuntime", dependencies: ["CLuaShim", "Quantities"]),
    .testTarget(name: "LuaRuntimeTests", dependencies: ["LuaRuntime"]),

    // Tables aligned by display width, CSV, JSON, Markdown; reports in English and Chinese.
    .target(
      name: "Presentation",
      dependencies: [
        "Catalog", "DataSources", "Diagnostics", "Evaluation", "Quantities", "Scripting",
      ]),
    .testTarget(name: "PresentationTests", dependencies: ["CatalogTestSupport", "Presentation"]),

    // The prompt: its session, commands, completion, and what it saves.
    .target(name: "Prompt", dependencies: ["Yardstick"]),
    .testTarget(name: "PromptTests", dependencies: ["CatalogTestSupport", "Prompt"]),

    // Exact decimals, units, quantities, dates and periods.
    .target(name: "Quantities", dependencies: ["Wire"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),

    // Whole registers: blocks of rows, decided anywhere and put together in order.
    .target(
      name: "Registers",
      dependencies: [
        "CRegister", "Catalog", "DataSources", "Diagnostics", "Evaluation", "LuaRuntime",
        "Presentation", "Quantities", "Scripting", "Wire",
      ]),
    .testTarget(
      name: "RegistersTests", dependencies: ["CRegister", "DataSources", "Registers", "Yardstick"]),

    // Locks itself down and then tries one thing, for the tests of CSandbox.
    .executableTarget(
      name: "SandboxProbe", dependencies: ["CSandbox"], path: "Tests/SandboxProbe"),
    .testTarget(name: "SandboxTests", dependencies: ["SandboxProbe"]),

    // Plugins, definitions, and the API that scripts see.
    .target(
      name: "Scripting",
      dependencies: [
        "Catalog", "DataSources", "Diagnostics", "LuaRuntime", "Quantities", "Statistics", "Wire",
      ]),
    .testTarget(name: "ScriptingTests", dependencies: ["Scripting"]),

    // Suites: what they say, how they run, and how the results are told.
    .target(
      name: "ScriptTesting",
      dependencies: [
        "Catalog", "DataSources", "Diagnostics", "Evaluation", "Presentation", "Quantities",
        "Scripting",
      ]),
    .testTarget(
      name: "ScriptTestingTests", dependencies: ["CatalogTestSupport", "ScriptTesting"]),

    // Methods of indicators on exact quantities: growth, structure, concentration, composites, checks.
    .target(name: "Statistics", dependencies: ["Quantities"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),

    // Results of registers in SQLite files that can be resumed and asked, through GRDB.
    .target(
      name: "Stores",
      dependencies: [
        "Diagnostics", "Registers", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .testTarget(name: "StoresTests", dependencies: ["Registers", "Stores"]),

    // Real terminals for tests, driven through tmux.
    .target(name: "TerminalTestSupport", path: "Tests/TerminalTestSupport"),

    // Values as bytes, for the pipe between a process and its workers.
    .target(name: "Wire"),
    .testTarget(name: "WireTests", dependencies: ["Wire"]),

    // Scripts in processes of their own: the protocol, the worker's side and the parent's.
    .target(
      name: "Workers",
      dependencies: [
        "CSandbox", "Catalog", "DataSources", "Diagnostics", "Evaluation", "LuaRuntime",
        "Quantities", "Registers", "Scripting", "Wire",
      ]),
    .testTarget(
      name: "WorkersTests",
      dependencies: ["CatalogTestSupport", "Workers", "Yardstick", "YardstickCommand"]),

    // The façade that other Swift programs import.
    .target(
      name: "Yardstick",
      dependencies: [
        "Catalog", "DataSources", "Databases", "Diagnostics", "Evaluation", "Presentation",
        "Quantities", "Registers", "ScriptTesting", "Scripting", "Stores", "Wire", "Workers",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(name: "YardstickTests", dependencies: ["Yardstick"]),

    // The executable: one file per command, no logic.
    .executableTarget(
      name: "YardstickCommand",
      dependencies: [
        "LineEditing", "Prompt", "Yardstick",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Writes the synthetic sample register of examples/data.
    .executableTarget(name: "SampleRegister"),
  ]
)

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Only `make docs` needs the documentation plugin; users never fetch it.
if Context.environment["YARDSTICK_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = strict
  if Context.environment["CI"] != nil {
    target.swiftSettings?.append(.treatAllWarnings(as: .error))
  }
}
