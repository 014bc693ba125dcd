/// Differentiation in index notation: reverse accumulation over named definitions.
///
/// - `Derivative`: one formula by an entry of one name, all other names held fixed. The product
///   rule, the power rule, and for a function its row of the function table. The derivative of a
///   name by itself is a product of deltas, which contract at once. Steps count as constant.
/// - [Local]: one definition by one name that it uses, `∂v[i]/∂u[j]`. A formula goes to
///   `Derivative`; inverse, determinant, greatest entry, product and unknown functions have their
///   own rule here.
/// - [Reverse]: the adjoint of each name, from the output back. It is the sum, over the definitions
///   that use the name, of their adjoint times their local derivative. An output with axes is
///   seeded with deltas, which makes a Jacobian.
///
/// Each path of that sum is written with the user's adjoint by name or by value, whichever is
/// shorter. So the lines of a backward pass come out as a person would write them; [Reverse#closed]
/// puts them into one another.
///
/// A Hessian is the gradient, made a definition, and differentiated once more; the facade does
/// that.
///
/// Sees `expr` alone. Formulas are brought into their shortest reading by a
/// [dev.jacobi.expr.Shortener] that is given from outside. To add a primitive definition: a case of
/// `Definition.Body`, and the compiler names every switch that must know it, [Local] among them.
package dev.jacobi.calculus;
