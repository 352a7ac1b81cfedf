// What of the prompt is written in Lua itself.

/// The chunk that prepares a session.
enum PromptPrelude {
  /// The name of the chunk; its functions are left out of what errors say.
  static let name = "prompt"

  /// Lets what lines assign hide what they share with scripts, and answers the function that runs a line.
  ///
  /// Its arguments are the table of globals, the table of what scripts see, the function that answers words,
  /// and the two that count subjects and answer one by its position.
  static let text = """
    local globals, library, word, count, at = ...
    local error, load, select, type = error, load, select, type

    setmetatable(library, { __index = word })
    setmetatable(globals, { __index = library, __metatable = false })
    library._G = globals

    function library.load(text, name, mode, ...)
      if select("#", ...) > 0 then return load(text, name, mode, ...) end
      return load(text, name, mode, globals)
    end

    library.subjects = setmetatable({}, {
      __name = "subjects",
      __metatable = false,
      __len = count,
      __index = function(_, key)
        if key == "count" then return count() end
        if type(key) == "number" then return at(key) end
        error("the list of subjects has no `" .. tostring(key) .. "`", 2)
      end,
      __newindex = function() error("the list of subjects cannot be changed", 2) end,
      __call = function()
        local position = 0
        return function()
          position = position + 1
          return at(position)
        end
      end,
    })

    local function pack(...) return select("#", ...), { ... } end
    return function(line) return pack(line()) end
    """
}
