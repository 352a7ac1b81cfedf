// Everything a program needs to use results comes along with `import Yardstick`.

@_exported public import Catalog
@_exported public import DataSources
@_exported public import Diagnostics
@_exported public import Evaluation
@_exported public import Presentation
@_exported public import Quantities
@_exported public import LuaRuntime
@_exported public import Registers
@_exported public import ScriptTesting
@_exported public import Scripting
@_exported public import Workers
