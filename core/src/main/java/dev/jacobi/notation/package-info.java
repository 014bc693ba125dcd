/// Notation: how formulas are read and written. Nothing here knows what a formula means.
///
/// Reading, in this order:
///
/// 1. `TextTokens` cuts plain text into `Token`s. Another spelling of mathematics is another
///    tokenizer; the token table (`Token.Kind`) and everything below stay.
/// 2. `Lines` cuts the tokens into statements.
/// 3. `FirstPass` finds which `Names` are values and which are functions, since `a(b)` and `dC/dW`
///    mean one thing or another by that.
/// 4. `Statements` (with `ValueSets` and `Requests`) and the operator-precedence grammar `Formulas`
///    (with `Operands`, `BoundOperators`, `Derivatives`) make [Statement] and [Syntax]. A statement
///    that cannot be read becomes a [Problem]; the next one is read all the same.
///
/// LaTeX takes another way to the same grammar: `LatexTokens` (with `LatexExpansion` for what
/// authors define) and `LatexTree` see what TeX sees; `LatexStatements` and `LatexPieces` cut it
/// into chains; `LatexFormula` says each side in `Token`s, by the rows of `LatexTable`, and
/// `Formulas` reads them. `LatexNaming` finds the names among letters and scripts.
///
/// Writing: `TextWriter` writes text that reads back as the same tree; `Typesetter` lays a formula
/// out in boxes that become LaTeX or MathML. `Precedence` is what reading and writing share.
///
/// Python in the manner of NumPy and PyTorch is read beside this: `PythonTokens` cuts lines,
/// `PythonGrammar` makes a `PythonTree` of each expression, and `PythonMeaning` with `PythonCalls`
/// and the table `PythonFunctions` turn it into [Syntax].
///
/// [Parser], [LatexReader], [PythonReader] and the [Spelling]s are the way in.
package dev.jacobi.notation;
