// `<close>`, `<const>` and goto.

import Testing

@Suite struct ClosingBehaviourTests {
  @Test(arguments: [
    (
      """
      local log = {}
      do
        local a <close> = setmetatable({}, {__close = function() log[#log + 1] = 'a' end})
        local b <close> = setmetatable({}, {__close = function() log[#log + 1] = 'b' end})
        log[#log + 1] = 'body'
      end
      return table.concat(log, ' ')
      """, "'body b a'"
    ),
    (
      """
      local log = {}
      for i = 1, 2 do
        local c <close> = setmetatable({}, {__close = function() log[#log + 1] = i end})
      end
      return table.concat(log, ' ')
      """, "'1 2'"
    ),
    (
      """
      local log = {}
      local function f()
        local c <close> = setmetatable({}, {__close = function()
          log[#log + 1] = 'closed'
        end})
        return #log
      end
      return f(), log[1]
      """, "0 'closed'"
    ),
    (
      """
      local log = {}
      pcall(function()
        local c <close> = setmetatable({}, {__close = function(_, e) log[1] = e end})
        error('why', 0)
      end)
      return log[1]
      """, "'why'"
    ),
    (
      """
      local seen
      do
        local c <close> = setmetatable({}, {__close = function(...)
          seen = select('#', ...) .. tostring((select(2, ...)))
        end})
      end
      return seen
      """, "'2nil'"
    ),
    ("do local c <close> = nil local d <close> = false end return 'ignored'", "'ignored'"),
    (
      """
      pcall(function()
        local a <close> = setmetatable({}, {__close = function(_, e) error(e .. ' a', 0) end})
        local b <close> = setmetatable({}, {__close = function(_, e) error(e .. ' b', 0) end})
        error('body', 0)
      end)
      """, "false 'body b a'"
    ),
    (
      """
      pcall(function()
        local a <close> = setmetatable({}, {__close = function() error('from close', 0) end})
        return 'lost'
      end)
      """, "false 'from close'"
    ),
    (
      """
      local out = {}
      for k in (function() return nil end), nil, nil, setmetatable({}, {__close = function()
        out[1] = 'iterator closed'
      end}) do end
      return out[1]
      """, "'iterator closed'"
    ),
    (
      """
      local out = {}
      for i in (function(_, c)
        return (c or 0) + 1
      end), nil, nil, setmetatable({}, {__close = function() out[1] = 'closed' end}) do
        if i == 3 then break end
      end
      return out[1]
      """, "'closed'"
    ),
    (
      """
      local out = {}
      local function f()
        for i in (function() return 1 end), nil, nil, setmetatable({}, {__close = function()
          out[1] = 'closed'
        end}) do
          return 'returned'
        end
      end
      return f(), out[1]
      """, "'returned' 'closed'"
    ),
    (
      """
      local log = {}
      do
        local c <close> = setmetatable({}, {__close = function()
          log[#log + 1] = 'closed'
        end})
        goto out
      end
      ::out
      :: return log[1]
      """, "'closed'"
    ),
    (
      """
      local log = {}
      local co = coroutine.wrap(function()
        local c <close> = setmetatable({}, {__close = function()
          coroutine.yield('closing')
          log[1] = 'done'
        end})
        return 'value'
      end)
      return co(), co(), log[1]
      """, "'closing' 'value' 'done'"
    ),
    ("local c <close> = 5", "error: variable 'c' got a non-closable value"),
    ("local c <close> = {}", "error: variable 'c' got a non-closable value"),
    (
      """
      local mine <close> = setmetatable({}, {__index = {}})
      """, "error: variable 'mine' got a non-closable value"
    ),
    (
      """
      for i in (function() end), nil, nil, 5 do end
      """, "error: variable '(for state)' got a non-closable value"
    ),
    (
      """
      local x <close> = setmetatable({}, {__close = 'no function'})
      return 'value'
      """, "error: attempt to call a string value (metamethod 'close')"
    ),
  ])
  func variablesAreClosedInReverseOrder(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local x <const> = 5 return x + 1", "6"),
    ("local x <const> = {} x.y = 1 return x.y", "1"),
    ("local x <const>, y = 1, 2 y = 3 return x + y", "4"),
    (
      """
      load('local x <const> = 1 x = 2', '=c')
      """, "nil 'c:1: attempt to assign to const variable 'x''"
    ),
    (
      """
      load('local x <close> = nil x = 2', '=c')
      """, "nil 'c:1: attempt to assign to const variable 'x''"
    ),
    (
      """
      load('local x <const> = 1 local function f() x = 2 end', '=c')
      """, "nil 'c:1: attempt to assign to const variable 'x''"
    ),
    ("load('local x <other> = 1', '=c')", "nil 'c:1: unknown attribute 'other''"),
    ("local x <const> = 'a' local function f() return x .. x end return f()", "'aa'"),
  ])
  func constantsCannotBeAssigned(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local n = 0 ::again:: n = n + 1 if n < 5 then goto again end return n", "5"),
    (
      """
      for i = 1, 3 do for j = 1, 3 do if j == 2 then goto continue end end ::continue:: end
      return 'done'
      """, "'done'"
    ),
    ("do goto skip end do local x end ::skip:: return 'skipped'", "'skipped'"),
    (
      """
      local out = {}
      for i = 1, 4 do if i % 2 == 0 then goto next end out[#out + 1] = i ::next:: end
      return table.concat(out, ' ')
      """, "'1 3'"
    ),
    (
      """
      local f = {}
      do
        local i = 1
        ::top
        ::
        local x = i
        f[i] = function() return x end
        i = i + 1
        if i <= 2 then goto top end
      end
      return f[1](), f[2]()
      """, "1 2"
    ),
    ("load('goto missing', '=c')", "nil 'c:1: no visible label 'missing' for <goto> at line 1'"),
    (
      """
      load('do ::inner:: end goto inner', '=c')
      """, "nil 'c:1: no visible label 'inner' for <goto> at line 1'"
    ),
    (
      """
      load('goto f local x ::f:: print(x)', '=c')
      """, "nil 'c:1: <goto f> at line 1 jumps into the scope of local 'x''"
    ),
    (
      """
      load('::twice:: do ::twice:: end', '=c')
      """, "nil 'c:1: label 'twice' already defined on line 1'"
    ),
  ])
  func gotoJumpsToVisibleLabels(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
