// What a piece of Lua comes to, as one text, for the tests of the library.

import LuaRuntime

/// The results of an expression, or of a chunk that returns some, with spaces between them.
///
/// Texts are in quotes, with bytes outside ASCII as `\xHH`; numbers are as Lua writes them; tables
/// and functions are named by their kind. An error is `error: ` and its message without the place.
///
/// What the tests expect is what Lua 5.4 gives; a comment says where the sandbox differs, and why.
/// Sources are called `test.lua` in messages.
func behaviour(of source: String) throws -> String {
  let state = try makeState()
  try state.setGlobal("show", state.result(of: state.load(show, chunk: "@show.lua")))
  do throws(LuaError) {
    return try state.text(of: state.result(of: compile(source, in: state)))
  } catch {
    return "error: \(error.message)"
  }
}

/// A function that shows the results of a source: an expression if it can be read as one.
private func compile(_ source: String, in state: LuaState) throws(LuaError) -> LuaFunction {
  do throws(LuaError) {
    return try state.load("return show(\(source)\n)", chunk: "@test.lua")
  } catch {
    return try state.load("return show((function() \(source)\nend)())", chunk: "@test.lua")
  }
}

private let show = #"""
  local function quote(text)
    local out = ""
    for i = 1, #text do
      local code = text:byte(i)
      local isPlain = code >= 32 and code < 127
      out = out .. (isPlain and text:sub(i, i) or ("\\x%02X"):format(code))
    end
    return "'" .. out .. "'"
  end

  return function(...)
    local out = ""
    for i = 1, select("#", ...) do
      local value = select(i, ...)
      local text = type(value)
      if text == "string" then text = quote(value)
      elseif text == "number" or text == "boolean" then text = tostring(value) end
      out = out .. (i > 1 and " " or "") .. text
    end
    return out
  end
  """#
