// The coroutine library.

import Testing

@Suite struct CoroutineBehaviourTests {
  @Test(arguments: [
    (
      """
      local co = coroutine.create(function(a, b)
        local c = coroutine.yield(a + b)
        local d, e = coroutine.yield(c * 2)
        return d + e
      end)
      return coroutine.resume(co, 1, 2)
      """, "true 3"
    ),
    (
      """
      local co = coroutine.create(function(a)
        local b = coroutine.yield(a)
        return b, 'end'
      end)
      coroutine.resume(co, 1)
      return coroutine.resume(co, 'in')
      """, "true 'in' 'end'"
    ),
    (
      """
      local co = coroutine.create(function(...) return select('#', ...) end)
      return coroutine.resume(co, nil, nil)
      """, "true 2"
    ),
    (
      """
      local co = coroutine.create(function() coroutine.yield() end)
      return select('#', coroutine.resume(co)), coroutine.resume(co)
      """, "1 true"
    ),
    ("coroutine.resume(coroutine.create(type), nil)", "true 'nil'"),
    (
      """
      local co = coroutine.create(function() return 1 end)
      coroutine.resume(co)
      return coroutine.resume(co)
      """, "false 'cannot resume dead coroutine'"
    ),
    ("coroutine.resume(coroutine.create(error), 'x')", "false 'x'"),
    (
      """
      coroutine.resume(coroutine.create(function() error('inside') end))
      """, "false 'test.lua:1: inside'"
    ),
    ("coroutine.resume(coroutine.create(function() error({}) end))", "false table"),
    ("coroutine.resume(coroutine.create(string.rep), 'x', 3)", "true 'xxx'"),
    (
      """
      coroutine.resume(coroutine.create(function()
        return coroutine.resume(coroutine.running())
      end))
      """, "true false 'cannot resume non-suspended coroutine'"
    ),
    (
      """
      local co
      co = coroutine.create(function() return coroutine.resume(co) end)
      return coroutine.resume(co)
      """, "true false 'cannot resume non-suspended coroutine'"
    ),
    (
      """
      local outer
      outer = coroutine.create(function()
        return coroutine.wrap(function() return coroutine.resume(outer) end)()
      end)
      return coroutine.resume(outer)
      """, "true false 'cannot resume non-suspended coroutine'"
    ),
    (
      """
      coroutine.create()
      """, "error: bad argument #1 to 'create' (function expected, got no value)"
    ),
    (
      """
      coroutine.create(1)
      """, "error: bad argument #1 to 'create' (function expected, got number)"
    ),
    (
      """
      coroutine.create({})
      """, "error: bad argument #1 to 'create' (function expected, got table)"
    ),
    ("coroutine.resume()", "error: bad argument #1 to 'resume' (thread expected, got no value)"),
    ("coroutine.resume(1)", "error: bad argument #1 to 'resume' (thread expected, got number)"),
    (
      """
      coroutine.resume(print)
      """, "error: bad argument #1 to 'resume' (thread expected, got function)"
    ),
  ])
  func valuesPassInBothDirections(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local co = coroutine.wrap(function()
        return pcall(function() coroutine.yield('out') error('late', 0) end)
      end)
      return co(), co()
      """, "'out' false 'late'"
    ),
    (
      """
      local co = coroutine.wrap(function()
        return xpcall(function()
          coroutine.yield('out')
          error('late', 0)
        end, function(m) return m .. '!' end)
      end)
      return co(), co()
      """, "'out' false 'late!'"
    ),
    (
      """
      local t = setmetatable({}, {__index = function(_, k) return coroutine.yield(k) end})
      local co = coroutine.wrap(function() return t.x .. '!' end)
      return co(), co('back')
      """, "'x' 'back!'"
    ),
    (
      """
      local t = setmetatable({}, {__add = function(a, b) return coroutine.yield('sum') end})
      local co = coroutine.wrap(function() return t + 1 end)
      return co(), co(42)
      """, "'sum' 42"
    ),
    (
      """
      local t = setmetatable({}, {__lt = function() return coroutine.yield('less') end})
      local co = coroutine.wrap(function() return t < t, t > t end)
      return co(), co(true), co(nil)
      """, "'less' 'less' true false"
    ),
    (
      """
      local t = setmetatable({}, {__concat = function() return coroutine.yield('cat') end})
      local co = coroutine.wrap(function() return 'a' .. t .. 'b' end)
      return co(), co('x')
      """, "'cat' 'ax'"
    ),
    (
      """
      local t = setmetatable({}, {__eq = function() return coroutine.yield('eq') end})
      local u = setmetatable({}, getmetatable(t))
      local co = coroutine.wrap(function() return t == u end)
      return co(), co(1)
      """, "'eq' true"
    ),
    (
      """
      local t = setmetatable({}, {__call = function(_, a) return coroutine.yield(a) end})
      local co = coroutine.wrap(function(a) return t(a) end)
      return co('in'), co('out')
      """, "'in' 'out'"
    ),
    (
      """
      local co = coroutine.wrap(function()
        for v in function(_, c) return coroutine.yield('next') end do return v end
      end)
      return co(), co('value')
      """, "'next' 'value'"
    ),
    (
      """
      local co = coroutine.wrap(function()
        for _, v in pairs(setmetatable({}, {__pairs = function()
          return function(_, k) if not k then return 1, coroutine.yield('step') end end
        end})) do
          return v
        end
      end)
      return co(), co('v')
      """, "'step' 'v'"
    ),
  ])
  func yieldsCrossProtectedCallsMetamethodsAndIterators(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local co = coroutine.create(function()
        table.sort({2, 1}, function() coroutine.yield() end)
      end)
      return coroutine.resume(co)
      """, "false 'attempt to yield across a C-call boundary'"
    ),
    (
      """
      local co = coroutine.create(function()
        return ('x'):gsub('x', function() coroutine.yield() end)
      end)
      return coroutine.resume(co)
      """, "false 'attempt to yield across a C-call boundary'"
    ),
    (
      """
      local co = coroutine.create(function()
        return tostring(setmetatable({}, {__tostring = function() coroutine.yield() end}))
      end)
      return coroutine.resume(co)
      """, "false 'attempt to yield across a C-call boundary'"
    ),
    ("coroutine.yield()", "error: attempt to yield from outside a coroutine"),
    ("pcall(coroutine.yield, 1)", "false 'attempt to yield from outside a coroutine'"),
  ])
  func yieldsDoNotCrossCallsThroughC(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local next = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(i) end end)
      return next(), next(), next()
      """, "1 2"
    ),
    (
      """
      local next = coroutine.wrap(function(...) return ... end)
      return next(1, nil, 3)
      """, "1 nil 3"
    ),
    (
      """
      local next = coroutine.wrap(function() return 1 end)
      next()
      next()
      """, "error: cannot resume dead coroutine"
    ),
    ("pcall(coroutine.wrap(function() error({}) end))", "false table"),
    ("pcall(coroutine.wrap(function() error(12) end))", "false 12"),
    ("pcall(coroutine.wrap(function() error('inside') end))", "false 'test.lua:1: inside'"),
    ("pcall(coroutine.wrap(function() error('inside', 0) end))", "false 'inside'"),
    // Lua puts the place of the caller before that of the error; here a message keeps one place.
    (
      """
      pcall(function() coroutine.wrap(function() error('inside') end)() end)
      """, "false 'test.lua:1: inside'"
    ),
    ("coroutine.wrap()", "error: bad argument #1 to 'wrap' (function expected, got no value)"),
    ("coroutine.wrap(5)", "error: bad argument #1 to 'wrap' (function expected, got number)"),
    ("type(coroutine.wrap(print))", "'function'"),
    (
      """
      local sum = 0
      for v in coroutine.wrap(function() for i = 1, 4 do coroutine.yield(i) end end) do
        sum = sum + v
      end
      return sum
      """, "10"
    ),
  ])
  func wrapResumesAndPassesErrorsOn(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("coroutine.status(coroutine.create(type))", "'suspended'"),
    (
      """
      local co = coroutine.create(type)
      coroutine.resume(co, 1)
      return coroutine.status(co)
      """, "'dead'"
    ),
    (
      """
      local co = coroutine.create(error)
      coroutine.resume(co)
      return coroutine.status(co)
      """, "'dead'"
    ),
    (
      """
      local co = coroutine.create(coroutine.yield)
      coroutine.resume(co)
      return coroutine.status(co)
      """, "'suspended'"
    ),
    (
      """
      local co
      co = coroutine.create(function() return coroutine.status(co) end)
      return coroutine.resume(co)
      """, "true 'running'"
    ),
    (
      """
      local co
      co = coroutine.create(function()
        return coroutine.wrap(function() return coroutine.status(co) end)()
      end)
      return coroutine.resume(co)
      """, "true 'normal'"
    ),
    ("coroutine.status(coroutine.running())", "'running'"),
    ("coroutine.status()", "error: bad argument #1 to 'status' (thread expected, got no value)"),
    (
      """
      coroutine.status(print)
      """, "error: bad argument #1 to 'status' (thread expected, got function)"
    ),
    (
      """
      coroutine.isyieldable(), coroutine.wrap(function() return coroutine.isyieldable() end)()
      """, "false true"
    ),
    (
      """
      coroutine.isyieldable(coroutine.create(type)),
        coroutine.isyieldable(coroutine.running())
      """, "true false"
    ),
    (
      """
      select(2, coroutine.running()), select(2, coroutine.wrap(function()
        return coroutine.running()
      end)())
      """, "true false"
    ),
    (
      """
      local co
      co = coroutine.create(function() return coroutine.running() == co end)
      return coroutine.resume(co)
      """, "true true"
    ),
  ])
  func statusTellsWhatACoroutineDoes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("coroutine.close(coroutine.create(type))", "true"),
    (
      """
      local co = coroutine.create(coroutine.yield)
      coroutine.resume(co)
      return coroutine.close(co), coroutine.status(co), coroutine.resume(co)
      """, "true 'dead' false 'cannot resume dead coroutine'"
    ),
    (
      """
      local co = coroutine.create(error)
      coroutine.resume(co, 'x')
      return coroutine.close(co)
      """, "false 'x'"
    ),
    (
      """
      local co = coroutine.create(type)
      coroutine.resume(co, 1)
      return coroutine.close(co)
      """, "true"
    ),
    (
      """
      local co = coroutine.create(error)
      coroutine.resume(co, 'x')
      coroutine.close(co)
      return coroutine.close(co)
      """, "true"
    ),
    (
      """
      local out = {}
      local co = coroutine.create(function()
        local x <close> = setmetatable({}, {__close = function(_, e)
          out[#out + 1] = tostring(e)
        end})
        coroutine.yield()
      end)
      coroutine.resume(co)
      return coroutine.close(co), out[1]
      """, "true 'nil'"
    ),
    (
      """
      local co = coroutine.create(function()
        local x <close> = setmetatable({}, {__close = function() error('closing', 0) end})
        coroutine.yield()
      end)
      coroutine.resume(co)
      return coroutine.close(co)
      """, "false 'closing'"
    ),
    ("coroutine.close(coroutine.running())", "error: cannot close a running coroutine"),
    (
      """
      local co
      co = coroutine.create(function()
        return coroutine.wrap(function() return pcall(coroutine.close, co) end)()
      end)
      return coroutine.resume(co)
      """, "true false 'cannot close a normal coroutine'"
    ),
    ("pcall(coroutine.close, coroutine.running())", "false 'cannot close a running coroutine'"),
    ("coroutine.close()", "error: bad argument #1 to 'close' (thread expected, got no value)"),
    ("coroutine.close(1)", "error: bad argument #1 to 'close' (thread expected, got number)"),
    ("coroutine.close({})", "error: bad argument #1 to 'close' (thread expected, got table)"),
  ])
  func closeEndsACoroutine(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
