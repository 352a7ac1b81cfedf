// What scripts have set up stays as it is, so that no evaluation can leave anything behind.

internal import CLuaShim

extension LuaState {
  /// Seals everything that has been set up so far.
  ///
  /// From then on no table that the globals, an environment or a value held by the host reaches can be
  /// changed, neither its entries nor its metatable: a script that tries gets an error that says so,
  /// and the host too. Reading goes on as before, in scripts and through ``LuaTable``. Local variables
  /// outside a function can still be assigned by it, until the evaluation ends; see
  /// ``beginEvaluation()``. What is loaded later is not sealed until this is called again.
  ///
  /// - Throws: ``LuaError`` when something is kept that remembers how far it has come, such as a
  ///   coroutine or an iterator, or there is too much to seal; the state must not be used any more.
  public func seal() throws(LuaError) {
    try machine.check(ysl_seal(machine.live()))
  }

  /// Begins an evaluation, which must be ended with ``endEvaluation()``.
  ///
  /// It finds in all local variables that functions share what they held when they were sealed, and
  /// random sequences begin at ``seed``. When one is begun inside another, that one finds everything as
  /// it was once the inner one has ended. Where no function assigns a variable of another, this costs
  /// nothing.
  ///
  /// - Throws: ``LuaError`` when there is no memory left; then nothing has begun.
  public func beginEvaluation() throws(LuaError) {
    try machine.check(ysl_begin_evaluation(machine.live()))
  }

  /// Ends the evaluation that was begun last.
  public func endEvaluation() {
    if let state = machine.pointer { ysl_end_evaluation(state) }
  }
}
